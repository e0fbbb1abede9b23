import type { buy as id } from "../id/buy.ts";

export const buy: Record<keyof typeof id, string> = {};
