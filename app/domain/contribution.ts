import type { ListingKind } from "./listing-kind.ts";
import { type ReadNumber, readCount, readQuantity } from "./listing-numbers.ts";
import type { FieldErrors } from "./result.ts";
import type { SplitRule } from "./split-rule.ts";
import type { Unit } from "./unit.ts";

/** Who made it or brought it; the weight is compared only within one listing. */
export type ContributionInput = { memberId: string; step: string; weight: number };

/** What a contribution is counted in: what was brought, hours of work, or parts of the work. */
export type ContributionMeasure = "quantity" | "hours" | "parts";

/** Most people have one part; nobody needs a larger figure than this. */
const MOST_PARTS = 100_000;
const EQUAL_MILLI = 1000;

export function measureOf(kind: ListingKind, method: SplitRule["method"]): ContributionMeasure {
  if (method === "hours") return "hours";
  return kind === "harvest" && method !== "piece-rates" ? "quantity" : "parts";
}

/** The work steps that a rule pays for; empty for every method but piece rates. */
export function stepsOf(rule: SplitRule | undefined): string[] {
  return rule?.method === "piece-rates" ? rule.pieceRates.map((rate) => rate.step) : [];
}

/** A member's place in the form: the member alone, or in a work step of the rule. */
export function contributionKey(memberId: string, stepAt?: number): string {
  return stepAt === undefined ? memberId : `${stepAt}:${memberId}`;
}

type Texts = {
  /** Keys that are ticked. */
  makers: string[];
  /** Keys and what is written beside each, in the same order. */
  amountOf: string[];
  amounts: string[];
  measure: ContributionMeasure;
  unit: Unit;
  steps: string[];
};

/**
 * Reads who made or brought it. Somebody is meant when ticked or when an amount stands beside the name. No amount at all means equal
 * parts; an amount for some only is asked again. Under a rule with work steps, a member ticked without a step took part in each step
 * for which nobody is named.
 */
export function readContributions(
  texts: Texts,
): { ok: true; contributions: ContributionInput[] } | { ok: false; fields: FieldErrors } {
  const amountBy = new Map(texts.amountOf.map((key, at) => [key, texts.amounts[at]?.trim() ?? ""]));
  const named = [...texts.makers, ...[...amountBy].filter(([, text]) => text !== "").map(([key]) => key)];
  const inSteps = inEachStep(named, texts.steps);
  if (!inSteps) return { ok: false, fields: { maker: "maker-no-step" } };
  const keys = new Set(inSteps);
  const anyAmount = named.some((key) => (amountBy.get(key) ?? "") !== "");
  const contributions: ContributionInput[] = [];
  for (const key of keys) {
    const place = placeOf(key, texts.steps);
    if (!place) return { ok: false, fields: { maker: "maker-unknown" } };
    const text = amountBy.get(key) || amountBy.get(place.memberId) || "";
    const weight: ReadNumber =
      text === ""
        ? anyAmount
          ? { ok: false, reason: "amount-missing" }
          : { ok: true, value: texts.measure === "quantity" ? EQUAL_MILLI : texts.measure === "hours" ? 60 : 1 }
        : readAmount(text, texts);
    if (!weight.ok) return { ok: false, fields: { maker: weight.reason } };
    contributions.push({ ...place, weight: weight.value });
  }
  return { ok: true, contributions };
}

/** The keys, where one without a step stands for one in each step that no other key names; null when it would stand for none. */
function inEachStep(keys: string[], steps: string[]): string[] | null {
  if (steps.length === 0) return keys;
  const whole = keys.filter((key) => !key.includes(":"));
  const open = steps.map((_, at) => at).filter((at) => !keys.some((key) => key.startsWith(`${at}:`)));
  if (whole.length > 0 && open.length === 0) return null;
  return keys.flatMap((key) => (whole.includes(key) ? open.map((at) => contributionKey(key, at)) : [key]));
}

/**
 * Key → figure of those on record, for the form. Where the same members did the same in each step, they stand there once, without a step.
 */
export function contributionTexts(
  contributions: readonly ContributionInput[],
  { steps, measure }: { steps: string[]; measure: ContributionMeasure },
): Record<string, string> {
  const inStep = (step: string): string =>
    contributions
      .filter((one) => one.step === step)
      .map((one) => `${one.memberId}=${one.weight}`)
      .toSorted()
      .join(" ");
  const isSame = new Set(steps.map(inStep)).size < 2;
  return Object.fromEntries(
    contributions.map((one) => [
      contributionKey(one.memberId, isSame ? undefined : steps.indexOf(one.step)),
      amountText(one.weight, measure),
    ]),
  );
}

function placeOf(key: string, steps: string[]): { memberId: string; step: string } | null {
  if (steps.length === 0) return { memberId: key, step: "" };
  const [at = "", ...rest] = key.split(":");
  const step = /^\d{1,2}$/.test(at) ? steps[Number(at)] : undefined;
  return step !== undefined && rest.length > 0 ? { memberId: rest.join(":"), step } : null;
}

function readAmount(text: string, { measure, unit }: Pick<Texts, "measure" | "unit">): ReadNumber {
  if (measure === "quantity") return readQuantity(text, unit);
  if (measure === "parts") return readCount(text, MOST_PARTS);
  // Hours are kept as minutes; a tenth of an hour is six.
  const hours = readQuantity(text.replace(/\s*jam$/i, ""), "kg");
  return hours.ok ? { ok: true, value: (hours.value / 100) * 6 } : hours;
}

/** A stored weight as the form shows it again. */
export function amountText(weight: number, measure: ContributionMeasure): string {
  const amount = measure === "quantity" ? weight / EQUAL_MILLI : measure === "hours" ? weight / 60 : weight;
  return String(Math.round(amount * 1000) / 1000).replace(".", ",");
}
