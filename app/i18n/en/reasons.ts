import type { reasons as id } from "../id/reasons.ts";

export const reasons: Record<keyof typeof id, string> = {
  "reason.required": "This part needs an answer.",
  "reason.invalid": "This does not look right. Please check it.",
  "reason.too-long": "Too long. Please shorten it a little.",
  "reason.form-broken": "The form could not be read. Reload the page and try again.",
  "reason.odd-signs": "It holds signs that cannot be kept. Please type this part again.",
  "reason.village-open": "Please choose down to the village.",
  "reason.group-not-waiting": "This group is no longer waiting. Reload the page.",
  "reason.not-money": "Write an amount of rupiah, for example 62.000.",
  "reason.not-percent": "Write a percentage from 0 to 100, for example 7,5.",
  "reason.row-incomplete": "Fill in the name and the amount, or leave the row empty.",
  "reason.shares-not-100": "The shares must come to exactly 100 %.",
  "reason.no-such-member": "This member is not in the group. Choose again.",
  "reason.more-than-owed": "More than is owed. Enter a smaller amount.",
  "reason.cash-box-short": "The cash box does not hold that much. Record the cash you drew first.",
  "reason.bank-short": "The network's account does not hold that much. Ask the operator.",
  "reason.more-than-group-has": "More than the group has. Enter a smaller amount.",
  "reason.form-used": "This form was used with other figures already. Reload the page.",
};
