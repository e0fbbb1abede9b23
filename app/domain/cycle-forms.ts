import { z } from "zod";
import { formKey, typedDay } from "./form-fields.ts";
import { CUT_RULES } from "./sale-cycle.ts";

const id = z.string({ error: "required" }).min(1, { error: "required" }).max(100, { error: "invalid" });
const quantity = z.string({ error: "required" }).max(40, { error: "too-long" });
const optionalQuantity = z.string().max(40, { error: "too-long" }).default("");
const moment = z.string({ error: "required" }).min(1, { error: "required" }).max(40, { error: "not-moment" });

export const PlanCycleForm = z.object({
  variantId: id,
  opensAt: moment,
  closesAt: moment,
  handOverDay: typedDay,
  minimum: optionalQuantity,
  mayWait: optionalQuantity,
  cutRule: z.enum(CUT_RULES, { error: "choose-one" }),
  formKey,
});

/** The buttons of a cycle's page; the others' fields stay empty. */
export const CycleForm = z.object({ intent: z.enum(["pledge", "settle", "roll-over", "cancel"]) });
export const PledgeForm = z.object({ intent: z.literal("pledge"), memberId: id, from: quantity, to: quantity });
export const SettleCycleForm = z.object({ intent: z.literal("settle"), seen: z.string().max(60).default("") });
export const RollOverForm = z.object({ intent: z.literal("roll-over"), closesAt: moment, handOverDay: typedDay });
