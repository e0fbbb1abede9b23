import { z } from "zod";
import { parseDay } from "./calendar-day.ts";
import { CUT_RULES } from "./sale-cycle.ts";

const formKey = z.string().min(20, { error: "form-broken" }).max(100, { error: "form-broken" });
const id = z.string({ error: "required" }).min(1, { error: "required" }).max(100, { error: "invalid" });
const quantity = z.string({ error: "required" }).max(40, { error: "too-long" });
const optionalQuantity = z.string().max(40, { error: "too-long" }).default("");
const moment = z.string({ error: "required" }).min(1, { error: "required" }).max(40, { error: "not-moment" });
const day = z.string({ error: "required" }).transform((text, context) => {
  const read = parseDay(text);
  if (read) return read;
  context.addIssue({ code: "custom", message: text.trim() === "" ? "required" : "date-invalid" });
  return z.NEVER;
});

export const PlanCycleForm = z.object({
  variantId: id,
  opensAt: moment,
  closesAt: moment,
  handOverDay: day,
  minimum: optionalQuantity,
  mayWait: optionalQuantity,
  cutRule: z.enum(CUT_RULES, { error: "required" }),
  formKey,
});

/** The buttons of a cycle's page; the others' fields stay empty. */
export const CycleForm = z.object({ intent: z.enum(["pledge", "settle", "roll-over", "cancel"]) });
export const PledgeForm = z.object({ intent: z.literal("pledge"), memberId: id, from: quantity, to: quantity });
export const SettleCycleForm = z.object({ intent: z.literal("settle"), seen: z.string().max(60).default("") });
export const RollOverForm = z.object({ intent: z.literal("roll-over"), closesAt: moment, handOverDay: day });
