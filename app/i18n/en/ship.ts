import type { ship as id } from "../id/ship.ts";

export const ship: Record<keyof typeof id, string> = {};
