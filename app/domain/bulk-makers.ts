import type { ContributionInput } from "./contribution.ts";

/** Who made or brought a listing, with the member's number in the group. */
export type BulkContribution = ContributionInput & { number: number };

const MOST_WEIGHT = 1_000_000_000_000;

/** "1=1000; 3@jahit=2": the member's number, the work step if there is one, and the weight as it is kept. */
export function makersCell(contributions: readonly BulkContribution[]): string {
  return contributions
    .map(({ number, step, weight }) => `${number}${step === "" ? "" : `@${escaped(step)}`}=${weight}`)
    .join("; ");
}

function escaped(step: string): string {
  return step.replace(/[%;=@]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

/** Reads {@link makersCell}; a number alone has one part. @returns the reason when it cannot be read */
export function readMakers(
  text: string,
  memberIdOf: (number: string) => string | undefined,
): { ok: true; contributions: ContributionInput[] } | { ok: false; reason: string } {
  const contributions: ContributionInput[] = [];
  for (const part of text.split(";").map((each) => each.trim())) {
    if (part === "") continue;
    const match = /^(\d{1,9})(?:@([^@=]+))?(?:=(\d{1,13}))?$/.exec(part);
    const [, number = "", step = "", amount = "1"] = match ?? [];
    const weight = Number(amount);
    if (!match || weight < 1 || weight > MOST_WEIGHT) return { ok: false, reason: "sheet-makers" };
    const memberId = memberIdOf(number);
    if (memberId === undefined) return { ok: false, reason: "member-not-here" };
    const plainStep = step.replace(/%(25|3b|3d|40)/g, (_all, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    if (contributions.some((one) => one.memberId === memberId && one.step === plainStep))
      return { ok: false, reason: "sheet-twice" };
    contributions.push({ memberId, step: plainStep, weight });
  }
  return { ok: true, contributions };
}
