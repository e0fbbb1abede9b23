import type { account as id } from "../id/account.ts";

export const account: Record<keyof typeof id, string> = {};
