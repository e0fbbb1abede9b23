import type { sell as id } from "../id/sell.ts";

export const sell: Record<keyof typeof id, string> = {};
