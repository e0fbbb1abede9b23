import { z } from "zod";
import { type Rupiah, rupiah, ZERO } from "#app/domain/money.ts";
import { provenBound } from "#app/domain/packing-bound.ts";
import { poolShares } from "#app/domain/pooling.ts";
import { ProblemIn } from "#app/domain/problem-in.ts";
import { shareSurplus } from "#app/domain/shu.ts";
import { split } from "#app/domain/split.ts";

// The open calculator: one JSON document in, one out, so that anybody can recompute a figure (docs/money.md). Here it is parsed and asked.

const LARGEST = 1_000_000_000_000_000;
const PARTIES = 1000;
/** A second or two for a thousand consignments. */
const EFFORT = { mostSorts: 150, mostTurns: 25, mostLooks: 2000 };
const money = z
  .number()
  .int()
  .min(0)
  .max(LARGEST)
  .transform((amount): Rupiah => rupiah(amount));
const grams = z.number().int().min(0).max(1_000_000_000);
const basisPoints = z.number().int().min(0).max(10_000);
const name = z.string().min(1).max(200);

const SplitDocument = z.strictObject({
  amount: money,
  deductions: z
    .array(
      z
        .strictObject({ party: name, basisPoints: basisPoints.optional(), rupiah: money.optional() })
        .transform(({ party, basisPoints, rupiah }, context) => {
          if (basisPoints !== undefined && rupiah === undefined) return { party, basisPoints };
          if (rupiah !== undefined && basisPoints === undefined) return { party, rupiah };
          context.addIssue({ code: "custom", message: "give either basisPoints or rupiah" });
          return z.NEVER;
        }),
    )
    .max(PARTIES)
    .default([]),
  shares: z.array(z.strictObject({ party: name, weight: z.number().int().min(0).max(LARGEST) })).max(PARTIES),
});

const PoolDocument = z.strictObject({
  tariff: z.strictObject({
    perKg: money,
    perParcel: money,
    boatFee: money.default(ZERO),
    firstBlockGrams: grams.default(0),
    firstBlockFee: money.default(ZERO),
    minKg: z.number().int().min(0).max(1_000_000),
    toleranceGrams: grams,
    stepGrams: grams.min(1),
    maxParcelGrams: grams.min(1),
  }),
  consignments: z
    .array(z.strictObject({ id: name, grams, volumetricGrams: grams }))
    .min(1)
    .max(PARTIES),
});

const ShuDocument = z.strictObject({
  // Below zero is a loss: the rule itself says what the members' meeting must decide.
  surplus: z
    .number()
    .int()
    .min(-LARGEST)
    .max(LARGEST)
    .transform((amount): Rupiah => rupiah(amount)),
  funds: z
    .array(z.strictObject({ name, basisPoints, by: z.enum(["transactions", "capital"]).optional() }))
    .max(PARTIES),
  members: z.array(z.strictObject({ id: name, capital: money, transactions: money })).max(PARTIES),
});

const calculations: Record<string, (document: unknown) => unknown> = {
  split: (document) => split(read(SplitDocument, document)),
  pool: (document) => {
    const { tariff, consignments } = read(PoolDocument, document);
    refuseRepeats("consignments", consignments);
    for (const [position, each] of consignments.entries())
      if (Math.max(each.grams, each.volumetricGrams) > tariff.maxParcelGrams)
        throw new ProblemIn(`consignments[${position}]`, `heavier than a parcel of ${tariff.maxParcelGrams} g`);
    const { total, parcels, alone, shares, exact } = poolShares(tariff, consignments);
    const lowerBound = exact ? total : provenBound(tariff, { loads: consignments, parcels }, EFFORT);
    return {
      total,
      parcels,
      alone: Object.fromEntries(alone),
      shares: Object.fromEntries(shares),
      lowerBound,
      exact,
    };
  },
  shu: (document) => {
    const input = read(ShuDocument, document);
    refuseRepeats("members", input.members);
    return shareSurplus(input);
  },
};

/** What the command prints, and its exit code: 2 with {"error": "…"}, naming the field, for input that has no answer. */
export function calculate(wanted: string, input: string): { exitCode: 0 | 2; output: string } {
  try {
    const calculation = Object.hasOwn(calculations, wanted) ? calculations[wanted] : undefined;
    if (!calculation) throw new ProblemIn("calculation", "say split, pool or shu");
    return { exitCode: 0, output: JSON.stringify(calculation(parse(input))) };
  } catch (error) {
    // A sum beyond what a computer counts exactly is bad input too.
    if (!(error instanceof ProblemIn || error instanceof RangeError)) throw error;
    const problem = error instanceof ProblemIn ? error.message : `input: ${error.message}`;
    return { exitCode: 2, output: JSON.stringify({ error: problem }) };
  }
}

function read<T>(schema: z.ZodType<T>, document: unknown): T {
  const outcome = schema.safeParse(document);
  if (outcome.success) return outcome.data;
  const issue = outcome.error.issues[0];
  const field = (issue?.path ?? [])
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./, "");
  throw new ProblemIn(field === "" ? "input" : field, issue?.message ?? "not understood");
}

function refuseRepeats(field: string, rows: readonly { id: string }[]): void {
  const seen = new Set<string>();
  for (const [position, { id }] of rows.entries()) {
    if (seen.has(id)) throw new ProblemIn(`${field}[${position}].id`, `"${id}" is there twice`);
    seen.add(id);
  }
}

function parse(input: string): unknown {
  if (input.trim() === "") throw new ProblemIn("input", "nothing came in: give one JSON document");
  try {
    return JSON.parse(input);
  } catch {
    throw new ProblemIn("input", "not a JSON document");
  }
}
