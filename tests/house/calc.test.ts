import { spawn } from "node:child_process";
import { describe, expect, it } from "vitest";
import { calculate } from "#app/cli/calculate.ts";

type Outcome = { code: number | null; answer: unknown };

/** The real command, as an outsider runs it. */
function run(calculation: string, input: unknown): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn("npm", ["run", "-s", "calc", "--", calculation], { stdio: ["pipe", "pipe", "inherit"] });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, answer: JSON.parse(output) }));
    child.stdin.end(typeof input === "string" ? input : JSON.stringify(input));
  });
}

/** The same without starting a process for each of many inputs. */
function calc(calculation: string, input: unknown): Outcome {
  const { exitCode, output } = calculate(calculation, typeof input === "string" ? input : JSON.stringify(input));
  return { code: exitCode, answer: JSON.parse(output) };
}

function refused(calculation: string, input: unknown): string {
  const { code, answer } = calc(calculation, input);
  expect(code).toBe(2);
  expect(Object.keys(answer as object)).toEqual(["error"]);
  return (answer as { error: string }).error;
}

const tariff = { perKg: 38000, perParcel: 0, minKg: 1, toleranceGrams: 300, stepGrams: 1000, maxParcelGrams: 30000 };
const two = [
  { party: "A", weight: 2 },
  { party: "B", weight: 1 },
];

describe("npm run calc", () => {
  it("splits 305,000", async () => {
    const deductions = [
      { party: "kas", basisPoints: 1000 },
      { party: "packing", rupiah: 5000 },
    ];
    expect(await run("split", { amount: 305000, deductions, shares: two })).toEqual({
      code: 0,
      answer: {
        amount: 305000,
        deductions: [
          { party: "kas", rupiah: 30500 },
          { party: "packing", rupiah: 5000 },
        ],
        shares: [
          { party: "A", rupiah: 179667 },
          { party: "B", rupiah: 89833 },
        ],
        remainder: [{ party: "A", rupiah: 1 }],
      },
    });
  });

  it("takes a first block and the boat's fee where they are given, and refuses them below zero", async () => {
    const cargo = { ...tariff, ...{ perKg: 10000, minKg: 0, toleranceGrams: 0 } };
    const extras = { firstBlockGrams: 10000, firstBlockFee: 100000, boatFee: 20000 };
    const consignments = [
      { id: "a", grams: 4000, volumetricGrams: 0 },
      { id: "b", grams: 8000, volumetricGrams: 0 },
    ];
    const pooled = (over: object) => calculate("pool", JSON.stringify({ tariff: { ...cargo, ...over }, consignments }));
    expect(JSON.parse(pooled(extras).output)).toMatchObject({ total: 140000, alone: { a: 120000, b: 120000 } });
    expect(JSON.parse(pooled({}).output)).toMatchObject({ total: 120000 });
    expect(pooled({ boatFee: -1 })).toMatchObject({ exitCode: 2, output: expect.stringContaining("tariff.boatFee") });
  });

  it("pools four consignments", async () => {
    const grams = [1300, 1300, 500, 450];
    const consignments = grams.map((each, position) => ({
      id: "abcd".charAt(position),
      grams: each,
      volumetricGrams: 0,
    }));
    expect(await run("pool", { tariff, consignments })).toMatchObject({ code: 0, answer: { total: 114000 } });
  });

  it("exits with 2 and says why for nothing, for no JSON, and for bad input", async () => {
    for (const [input, field] of [
      ["", "input"],
      ["{amount: 1}", "input"],
      [{ amount: 0.5, deductions: [], shares: two }, "amount"],
    ]) {
      const { code, answer } = await run("split", input);
      expect(code).toBe(2);
      expect(answer).toEqual({ error: expect.stringContaining(`${field}: `) });
    }
  });
});

describe("the calculator", () => {
  it("splits 10^15 among 1,000 parties, and refuses one more of either", () => {
    const shares = Array.from({ length: 1000 }, (_, party) => ({ party: `m${party}`, weight: party + 1 }));
    const { code, answer } = calc("split", { amount: 10 ** 15, deductions: [], shares });
    const given = (answer as { shares: { rupiah: number }[] }).shares.reduce((all, each) => all + each.rupiah, 0);
    expect([code, given]).toEqual([0, 10 ** 15]);
    const more = [...shares, { party: "x", weight: 1 }];
    expect(refused("split", { amount: 10, deductions: [], shares: more })).toMatch(/^shares: /);
    expect(refused("split", { amount: 10 ** 15 + 1, deductions: [], shares })).toMatch(/^amount: /);
  });

  it("pools a consignment, and four", () => {
    const one = { tariff, consignments: [{ id: "a", grams: 600, volumetricGrams: 1500 }] };
    expect(calc("pool", one).answer).toEqual({
      total: 76000,
      parcels: [["a"]],
      alone: { a: 76000 },
      shares: { a: 76000 },
      lowerBound: 76000,
      exact: true,
    });
    const grams = [1300, 1300, 500, 450];
    const four = grams.map((each, position) => ({ id: "abcd".charAt(position), grams: each, volumetricGrams: 0 }));
    expect(calc("pool", { tariff, consignments: four }).answer).toEqual({
      total: 114000,
      parcels: [["a"], ["b", "c", "d"]],
      alone: { a: 38000, b: 38000, c: 38000, d: 38000 },
      shares: { a: 28500, b: 28500, c: 28500, d: 28500 },
      lowerBound: 114000,
      exact: true,
    });
  });

  it("shares a surplus", () => {
    const funds = [
      { name: "cadangan", basisPoints: 4000 },
      { name: "jasa usaha", basisPoints: 4500, by: "transactions" },
      { name: "jasa modal", basisPoints: 1500, by: "capital" },
    ];
    const members = [
      { id: "aminah", capital: 1300000, transactions: 36450000 },
      { id: "burhan", capital: 1300000, transactions: 21300000 },
    ];
    expect(calc("shu", { surplus: 1000001, funds, members }).answer).toEqual({
      funds: [
        { name: "cadangan", rupiah: 400000 },
        { name: "jasa usaha", rupiah: 450001 },
        { name: "jasa modal", rupiah: 150000 },
      ],
      members: [
        { id: "aminah", transactions: 284027, capital: 75000, total: 359027 },
        { id: "burhan", transactions: 165974, capital: 75000, total: 240974 },
      ],
    });
  });

  it.each([
    ["nothing at all", "", "input"],
    ["no JSON", "{amount: 1}", "input"],
    ["a list", "[]", "input"],
    ["null", "null", "input"],
    ["a negative amount", { amount: -1, deductions: [], shares: two }, "amount"],
    ["half a rupiah", { amount: 1.5, deductions: [], shares: two }, "amount"],
    ["an amount in words", { amount: "305000", deductions: [], shares: two }, "amount"],
    ["no amount", { deductions: [], shares: two }, "amount"],
    [
      "more than 100 %",
      { amount: 1, deductions: [{ party: "k", basisPoints: 10001 }], shares: two },
      "deductions[0].basisPoints",
    ],
    [
      "percentages of more than 100 % together",
      { amount: 1, deductions: [6000, 4001].map((basisPoints) => ({ party: "k", basisPoints })), shares: two },
      "deductions",
    ],
    [
      "a fixed deduction above what is left",
      { amount: 1, deductions: [{ party: "k", rupiah: 2 }], shares: two },
      "deductions[0].rupiah",
    ],
    [
      "a deduction of both kinds",
      { amount: 1, deductions: [{ party: "k", rupiah: 1, basisPoints: 1 }], shares: two },
      "deductions[0]",
    ],
    ["nobody to share", { amount: 1, deductions: [], shares: [] }, "shares"],
    ["only zero weights", { amount: 1, deductions: [], shares: [{ party: "A", weight: 0 }] }, "shares"],
    [
      "a negative weight",
      { amount: 1, deductions: [], shares: [...two, { party: "C", weight: -1 }] },
      "shares[2].weight",
    ],
    ["a field it does not know", { amount: 1, deductions: [], shares: two, tax: 1 }, "input"],
    [
      "a name that would change an object",
      '{"amount":1,"deductions":[],"shares":[],"__proto__":{"a":1}}',
      "input|shares",
    ],
  ])("refuses to split %s", (_, input, field) => {
    expect(refused("split", input).split(": ")[0]).toMatch(new RegExp(`^(${field.replace(/[[\].]/g, "\\$&")})$`));
  });

  it("refuses a consignment heavier than a parcel, one that is there twice, and a step of nothing", () => {
    const load = { id: "a", grams: 500, volumetricGrams: 0 };
    const heavy = { tariff, consignments: [load, { ...load, id: "b", grams: 30001 }] };
    expect(refused("pool", heavy)).toMatch(/^consignments\[1\]: /);
    expect(refused("pool", { tariff, consignments: [load, load] })).toMatch(/^consignments\[1\]\.id: /);
    const still = { ...tariff, stepGrams: 0 };
    expect(refused("pool", { tariff: still, consignments: [load] })).toMatch(/^tariff\.stepGrams: /);
  });

  it("refuses a loss, percentages of 105 %, and a fund that nobody qualifies for", () => {
    const fund = { name: "jasa usaha", basisPoints: 10000, by: "transactions" };
    const members = [{ id: "aminah", capital: 5, transactions: 0 }];
    expect(refused("shu", { surplus: -1, funds: [fund], members })).toMatch(/^surplus: .*members' meeting/);
    expect(refused("shu", { surplus: 1, funds: [fund], members })).toMatch(/^funds\[0\]: .*members' meeting/);
    const textbook = [4000, 4000, 500, 500, 500, 500, 500].map((basisPoints) => ({ name: "dana", basisPoints }));
    expect(refused("shu", { surplus: 1, funds: textbook, members })).toMatch(/^funds: .*10500/);
  });

  it("refuses a calculation it does not know", () => {
    expect(refused("constructor", {})).toMatch(/^calculation: /);
  });
});
