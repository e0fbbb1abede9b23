import type { reasons as id } from "../id/reasons.ts";

export const reasons: Record<keyof typeof id, string> = {
  "reason.required": "This part needs an answer.",
  "reason.invalid": "This does not look right. Please check it.",
  "reason.too-long": "Too long. Please shorten it a little.",
  "reason.form-broken": "The form could not be read. Reload the page and try again.",
  "reason.odd-signs": "It holds signs that cannot be kept. Please type this part again.",
  "reason.village-open": "Please choose down to the village.",
  "reason.group-not-waiting": "This group is no longer waiting. Reload the page.",
};
