/** What becomes of goods that may not keep until they arrive: the buyer is told so plainly, or they are not sent that way. */
export const KEEPING_RULES = ["warn", "refuse"] as const;
export type KeepingRule = (typeof KEEPING_RULES)[number];
