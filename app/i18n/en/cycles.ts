import type { cycles as words } from "../id/cycles.ts";

export const cycles: Record<keyof typeof words, string> = {
  "buy.basket.trouble.cycle-not-open": "Its sale cycle is not open yet, or is over. Please remove it.",
  "buy.hindered.not-ready": "{name} is not harvested when that boat leaves. Choose a later boat, or fetch it.",
  "document.credit.cycle-short": "The harvest brought less than was ordered",
  "operate.refunds.cycle-short": "Less harvest than was ordered",
};
