import type { CoverProgram } from "#app/domain/cover-program.ts";
import { cheapestPacking, EXACT_UP_TO, type Packable } from "#app/domain/packing.ts";
import { searchBound } from "#app/domain/packing-bound.ts";
import { packNearly } from "#app/domain/packing-heuristic.ts";
import { parcelCost, type Tariff } from "#app/domain/tariff.ts";
import { solveByHighs } from "./by-highs.ts";
import { boatTariff, boxTariff, drawMixed, kilogramTariff, numbersFrom, pricedTogether } from "./mixed-goods.ts";

// How near the packing planner comes, and how long it takes: npm run bench:packing. It prints what is, and fails only where HiGHS solves
// the bound's linear program to another value than the app's own simplex does, or a bound is above a packing.
const tariffs: [string, Tariff][] = [
  ["by the kilogram", kilogramTariff],
  ["with a fee for each parcel", boatTariff],
  ["the same in boxes", boxTariff],
];
const counts = process.argv.slice(2).map(Number);
const sizes = counts.length > 0 ? counts : [100, 1000, 10_000];

function percent(value: number, of: number): string {
  return `${((value / of - 1) * 100).toFixed(2)} %`;
}

function seconds(since: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(since);
  return `${((user + system) / 1e6).toFixed(2)} s`;
}

async function planMany(name: string, tariff: Tariff, loads: readonly Packable[]): Promise<void> {
  const started = process.cpuUsage();
  const clock = performance.now();
  const { parcels, total, lowerBound } = cheapestPacking(tariff, loads);
  const took = `${seconds(started)} of processor, ${((performance.now() - clock) / 1000).toFixed(2)} s by the clock`;
  const alone = loads.reduce((all, load) => all + parcelCost(tariff, load), 0);
  const searched = process.cpuUsage();
  const effort = loads.length > 2000 ? LARGE : USUAL;
  const { bound, program } = searchBound(tariff, { loads, parcels }, effort);
  console.log(`${loads.length} consignments, ${name}: ${parcels.length} parcels, Rp ${total}, planned in ${took}`);
  console.log(`  alone would cost ${percent(alone, total)} more`);
  console.log(
    `  at most ${percent(total, bound)} above the cheapest (bound Rp ${bound}, found in ${seconds(searched)})`,
  );
  console.log(`  by weight and volume alone one could only say ${percent(total, lowerBound)}`);
  if (bound > total) disagree(`the bound Rp ${bound} is above a packing of Rp ${total}`);
  if (program) await holdAgainstHighs(program);
}

/** Relative: both solvers work with the computer's fractions. */
const TOLERANCE = 1e-6;

async function holdAgainstHighs(program: CoverProgram): Promise<void> {
  const isSolved = program.solve(200_000);
  const { value, columns } = program;
  const highs = await solveByHighs(program);
  console.log(
    `  its linear program of ${columns.length} columns: Rp ${value.toFixed(2)} here, Rp ${highs.toFixed(2)} by HiGHS`,
  );
  if (!isSolved || !(Math.abs(value - highs) <= TOLERANCE * Math.max(1, highs))) disagree("the two values differ");
}

function disagree(what: string): void {
  console.error(`  NOT IN ORDER: ${what}`);
  process.exitCode = 1;
}

const USUAL = { mostSorts: 400, mostTurns: 30, mostLooks: 5000 };
const LARGE = { mostSorts: 400, mostTurns: 20, mostLooks: 5000 };

/** Small runs, where the cheapest is known. */
function holdAgainstExact(name: string, tariff: Tariff): void {
  const random = numbersFrom(42);
  let [exact, near, found] = [0, 0, 0];
  const runs = 300;
  for (let run = 0; run < runs; run++) {
    const loads = drawMixed(3 + Math.floor(random() * (EXACT_UP_TO - 5)), random);
    const best = cheapestPacking(tariff, loads).total;
    const total = packNearly(tariff, loads).reduce((all, parcel) => all + pricedTogether(tariff, parcel), 0);
    exact += best;
    near += total;
    if (best === total) found++;
  }
  console.log(`${runs} small runs, ${name}: ${percent(near, exact)} above the cheapest, ${found} of them the cheapest`);
}

/** 20,000 baskets of 2–6 orders of 0.1–3 kg by the kilogram: is one parcel for all cheaper than each alone? */
function poolBlindly(tariff: Tariff): void {
  const random = numbersFrom(7);
  const baskets = 20_000;
  let [dearer, cheaper, plannedDearer] = [0, 0, 0];
  for (let basket = 0; basket < baskets; basket++) {
    const loads = Array.from({ length: 2 + Math.floor(random() * 5) }, (_, at) => ({
      id: `o${at}`,
      grams: 100 + Math.floor(random() * 2901),
      volumetricGrams: 0,
    }));
    const alone = loads.reduce((all, load) => all + parcelCost(tariff, load), 0);
    const one = pricedTogether(tariff, loads);
    if (one > alone) dearer++;
    if (one < alone) cheaper++;
    if (cheapestPacking(tariff, loads).total > alone) plannedDearer++;
  }
  const share = (count: number): string => `${((100 * count) / baskets).toFixed(1)} %`;
  console.log(
    `${baskets} baskets all in one parcel: dearer than alone in ${share(dearer)}, cheaper in ${share(cheaper)}`,
  );
  console.log(`  as planned: dearer than alone in ${share(plannedDearer)}`);
}

for (const [name, tariff] of tariffs.slice(0, 2)) holdAgainstExact(name, tariff);
poolBlindly(kilogramTariff);
for (const size of sizes)
  for (const [name, tariff] of tariffs) await planMany(name, tariff, drawMixed(size, numbersFrom(size)));
