import { z } from "zod";
import { parseDay } from "./calendar-day.ts";
import { parseRupiah } from "./money.ts";
import { parsePercent } from "./percent.ts";
import type { FieldErrors } from "./result.ts";
import { SPLIT_METHODS, SplitRule } from "./split-rule.ts";

const list = z.array(z.string().max(100, "too-long")).max(200, "too-long").default([]);

/** The split rule as a treasurer types it: percentages and amounts are texts, rows come as lists of equal length. */
export const SplitRuleForm = z.object({
  name: z.string().trim().min(1, "required").max(60, "too-long"),
  method: z.enum(SPLIT_METHODS, "required"),
  fundPercent: z.string().max(10).default("0"),
  costName: list,
  costRupiah: list,
  shareMember: list,
  sharePercent: list,
  stepName: list,
  stepRupiah: list,
  restTo: z.string().max(100).default(""),
  decision: z.string().trim().max(500, "too-long").default(""),
  fromDay: z
    .string()
    .default("")
    .transform((text, context) => {
      if (text.trim() === "") return null;
      const day = parseDay(text);
      if (day === null) context.addIssue({ code: "custom", message: "date-invalid" });
      return day;
    }),
  isDefault: z.string().default(""),
  intent: z.enum(["simulate", "save"]).default("simulate"),
  sampleListing: z.string().max(64).default(""),
});

/**
 * Turns what was typed into a rule. Empty rows are left out; a row with one half filled is an error at its list.
 * Percentages are read as "7,5"; fixed shares must come to exactly 100 %.
 */
export function readSplitRule(form: z.output<typeof SplitRuleForm>): { rule: SplitRule } | { fields: FieldErrors } {
  const fields: FieldErrors = {};
  const fundBasisPoints = parsePercent(form.fundPercent);
  if (fundBasisPoints === null) fields.fundPercent = "not-percent";
  const fixedCosts = pairs(form.costName, form.costRupiah).map(({ name, text }) => ({
    name,
    rupiahPerUnit: parseRupiah(text),
  }));
  if (fixedCosts.some((cost) => cost.name === "" || cost.rupiahPerUnit === null)) fields.costRupiah = "row-incomplete";
  const pieceRates = pairs(form.stepName, form.stepRupiah).map(({ name, text }) => ({
    step: name,
    rupiahPerUnit: parseRupiah(text),
  }));
  if (pieceRates.some((rate) => rate.step === "" || rate.rupiahPerUnit === null)) fields.stepRupiah = "row-incomplete";
  const fixedShares = form.shareMember.flatMap((memberId, at) => {
    const text = form.sharePercent[at] ?? "";
    return text.trim() === "" || text.trim() === "0" ? [] : [{ memberId, basisPoints: parsePercent(text) }];
  });
  if (fixedShares.some((share) => share.basisPoints === null)) fields.sharePercent = "not-percent";
  if (Object.keys(fields).length > 0) return { fields };

  const checked = SplitRule.safeParse({
    method: form.method,
    fundBasisPoints,
    fixedCosts,
    fixedShares: form.method === "fixed" ? fixedShares : [],
    pieceRates: form.method === "piece-rates" ? pieceRates : [],
    ...(form.method === "piece-rates" && form.restTo !== "" ? { restTo: form.restTo } : {}),
  });
  if (checked.success) return { rule: checked.data };
  const place: Record<string, string> = {
    fixedShares: "sharePercent",
    pieceRates: "stepRupiah",
    fixedCosts: "costRupiah",
  };
  for (const issue of checked.error.issues) {
    const field = place[String(issue.path[0])] ?? "method";
    fields[field] ??= /^[a-z0-9-]+$/.test(issue.message) ? issue.message : "invalid";
  }
  return { fields };
}

function pairs(names: string[], texts: string[]): { name: string; text: string }[] {
  return names
    .map((name, at) => ({ name: name.trim(), text: (texts[at] ?? "").trim() }))
    .filter(({ name, text }) => name !== "" || text !== "");
}
