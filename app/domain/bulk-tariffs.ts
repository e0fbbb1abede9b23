import { type CellError, type NamedRow, readSheet, readYesNo, type SheetRows } from "./bulk-sheet.ts";
import { momentCell, parseMomentCell } from "./calendar-day.ts";
import { TariffForm } from "./ship-forms.ts";
import type { PricedTariff } from "./tariff.ts";
import { placeInSeries, problemsOfTariff } from "./tariff-series.ts";

export const TARIFF_COLUMNS = [
  ...(["tariff", "zone", "service", "perKg", "perParcel", "boatFee", "firstBlockGrams", "firstBlockFee"] as const),
  ...(["minKg", "toleranceGrams", "stepGrams", "maxParcelGrams", "maxSideMm", "volumeDivisor"] as const),
  ...(["daysUnderWay", "keepsCold", "countsBox", "validFrom", "validTo", "source"] as const),
] as const;
export type TariffColumn = (typeof TARIFF_COLUMNS)[number];

/** What a carrier asks, without when. */
type Figures = Omit<PricedTariff, "boxing"> & {
  service: string;
  daysUnderWay: number;
  keepsCold: boolean;
  countsBox: boolean;
  source: string;
};

/** A tariff as a sheet holds it. Moments are milliseconds; one without an end holds until the next. */
export type BulkTariff = Figures & { id: string; zoneId: string; validFromMs: number; validToMs: number | null };

/** What a sheet of tariffs is compared with. */
export type TariffFacts = {
  tariffs: readonly BulkTariff[];
  zones: readonly { id: string; name: string }[];
  nowMs: number;
};

/** A tariff that a sheet adds; `validFromMs` is now where the sheet says nothing. */
export type TariffChange = Omit<BulkTariff, "id"> & { row: number; zoneName: string };
export type TariffPlan = { added: TariffChange[]; same: number; errors: CellError[] };

/** The tariffs as rows of a sheet, without the names of the columns. */
export function tariffRows({ tariffs, zones }: Omit<TariffFacts, "nowMs">): SheetRows {
  return tariffs.map((tariff) => {
    const cells = cellsOf(tariff, zones);
    return TARIFF_COLUMNS.map((column) => cells[column]);
  });
}

function cellsOf(tariff: BulkTariff, zones: TariffFacts["zones"]): Record<TariffColumn, string> {
  return {
    ...{ tariff: tariff.id, zone: zoneCell(tariff.zoneId, zones), service: tariff.service, source: tariff.source },
    ...{ perKg: String(tariff.perKg), perParcel: String(tariff.perParcel), boatFee: String(tariff.boatFee) },
    ...{ firstBlockGrams: gramsCell(tariff.firstBlockGrams), firstBlockFee: String(tariff.firstBlockFee) },
    ...{ minKg: String(tariff.minKg), toleranceGrams: String(tariff.toleranceGrams) },
    ...{ stepGrams: String(tariff.stepGrams), maxParcelGrams: gramsCell(tariff.maxParcelGrams) },
    maxSideMm: tariff.maxSideMm === null ? "" : String(tariff.maxSideMm / 10).replace(".", ","),
    ...{ volumeDivisor: String(tariff.volumeDivisor), daysUnderWay: String(tariff.daysUnderWay) },
    ...{ keepsCold: tariff.keepsCold ? "1" : "", countsBox: tariff.countsBox ? "1" : "" },
    ...{ validFrom: momentCell(tariff.validFromMs) },
    validTo: tariff.validToMs === null ? "" : momentCell(tariff.validToMs),
  };
}

function gramsCell(grams: number): string {
  return grams === 0 ? "" : `${grams} g`;
}

/** By its name; by its code where another zone bears the same one. */
function zoneCell(zoneId: string, zones: TariffFacts["zones"]): string {
  const name = zones.find((zone) => zone.id === zoneId)?.name ?? "";
  return zoneNamed(name, zones)?.id === zoneId ? name : zoneId;
}

const plain = (text: string): string => text.trim().replace(/\s+/g, " ").toLowerCase();

function zoneNamed(text: string, zones: TariffFacts["zones"]) {
  const named = zones.filter((zone) => plain(zone.name) === plain(text));
  return named.length === 1 ? named[0] : zones.find((zone) => zone.id === text.trim());
}

/**
 * What a sheet would add to the tariffs. A row without a code is a new price, from now or a later moment on, as the form takes it; it ends
 * the one in force of the same service and zone. What was entered stands, for quotes rest on it: a row that says otherwise is refused, and
 * one that is left out takes nothing away. The price that is in force anyway is refused as well, so that a file sent twice adds it once.
 */
export function planTariffs(sheet: SheetRows, facts: TariffFacts): TariffPlan {
  const plan: TariffPlan = { added: [], same: 0, errors: [] };
  const columnOf = (name: string) => TARIFF_COLUMNS.find((column) => column === name) ?? null;
  const read = readSheet({ sheet, needed: ["zone", "service", "perKg"], columnOf });
  if (!read.ok) return { ...plan, errors: read.errors };
  const seen = new Set<string>();
  for (const row of read.rows) {
    const code = row.cell("tariff").trim();
    const before = facts.tariffs.find((tariff) => tariff.id === code);
    if (code !== "" && (!before || seen.has(code))) {
      plan.errors.push({ row: row.row, column: "tariff", reason: before ? "sheet-twice" : "tariff-unknown" });
      continue;
    }
    seen.add(code);
    const errors = before ? differences(row, before, facts) : addTo(plan, row, facts);
    plan.errors.push(...errors);
    if (before && errors.length === 0) plan.same += 1;
  }
  return plan;
}

/** Each cell that says otherwise than what was entered. A column that the sheet has not says nothing. */
function differences(row: NamedRow<TariffColumn>, before: BulkTariff, facts: TariffFacts): CellError[] {
  const cells = cellsOf(before, facts.zones);
  const differs = (column: TariffColumn): boolean =>
    row.has(column) && meaning(column, row.cell(column), facts) !== meaning(column, cells[column], facts);
  return TARIFF_COLUMNS.filter(differs).map((column) => ({ row: row.row, column, reason: "tariff-stands" }));
}

/** The same for all ways to write one thing: "38.000" and "Rp 38000". */
function meaning(column: TariffColumn, cell: string, { zones }: TariffFacts): unknown {
  if (column === "zone") return zoneNamed(cell, zones)?.id;
  if (column === "keepsCold" || column === "countsBox") return readYesNo(cell);
  if (column === "tariff") return cell.trim();
  if (column === "validFrom" || column === "validTo") return parseMomentCell(cell) ?? cell.trim();
  const read = FIGURES.shape[column].safeParse(cell);
  return read.success ? read.data : cell;
}

const FIGURES = TariffForm.pick({
  ...{ service: true, perKg: true, perParcel: true, boatFee: true, firstBlockGrams: true, firstBlockFee: true },
  ...{ minKg: true, toleranceGrams: true, stepGrams: true, maxParcelGrams: true, maxSideMm: true },
  ...{ volumeDivisor: true, daysUnderWay: true, source: true },
});

/** Adds what a new row says to the plan, or tells what is wrong in it. */
function addTo(plan: TariffPlan, row: NamedRow<TariffColumn>, facts: TariffFacts): CellError[] {
  const errors: CellError[] = [];
  const wrong = (column: string, reason: string) => errors.push({ row: row.row, column, reason });
  const cells = Object.fromEntries(Object.keys(FIGURES.shape).map((key) => [key, row.cell(key as TariffColumn)]));
  const read = FIGURES.safeParse(cells);
  for (const issue of read.error?.issues ?? []) wrong(String(issue.path[0]), issue.message);
  const zone = zoneNamed(row.cell("zone"), facts.zones);
  if (!zone) wrong("zone", row.cell("zone").trim() === "" ? "required" : "zone-unknown");
  const keepsCold = readYesNo(row.cell("keepsCold"));
  const countsBox = readYesNo(row.cell("countsBox"));
  for (const [column, said] of [["keepsCold", keepsCold] as const, ["countsBox", countsBox] as const])
    if (said === null) wrong(column, "sheet-yes-no");
  const [from, to] = [readMoment(row, "validFrom"), readMoment(row, "validTo")];
  for (const [column, moment] of [["validFrom", from] as const, ["validTo", to] as const])
    if (moment === undefined) wrong(column, "moment-cell");
  if (!read.success || !zone || keepsCold === null || countsBox === null || from === undefined || to === undefined)
    return errors;
  const when = { validFromMs: from ?? facts.nowMs, validToMs: to };
  const problems = problemsOfTariff({ ...read.data, ...when, nowMs: facts.nowMs });
  for (const [column, reason] of Object.entries(problems)) wrong(column, reason);
  if (errors.length > 0) return errors;
  const added = { ...read.data, ...when, keepsCold, countsBox, zoneId: zone.id, zoneName: zone.name, row: row.row };
  if (from === null && isInForce(added, facts)) wrong("service", "tariff-again");
  else if (!placeInSeries(seriesOf(plan, added, facts), { fromMs: when.validFromMs, toMs: to }))
    wrong("validFrom", "tariff-same-moment");
  else plan.added.push(added);
  return errors;
}

/** Milliseconds; null where nothing is said, undefined where it is no moment. */
function readMoment(row: NamedRow<TariffColumn>, column: "validFrom" | "validTo"): number | null | undefined {
  const text = row.cell(column).trim();
  return text === "" ? null : (parseMomentCell(text) ?? undefined);
}

type Placed = Pick<TariffChange, "zoneId" | "service">;

/** What holds for the same service and zone already, and what rows above add to it. */
function seriesOf(plan: TariffPlan, { zoneId, service }: Placed, { tariffs }: TariffFacts) {
  const isSame = (each: Placed): boolean => each.zoneId === zoneId && each.service === service;
  const above = plan.added.map(({ row, ...each }) => ({ ...each, id: String(row) }));
  return [...tariffs, ...above].filter(isSame);
}

/** Whether this very price holds now. */
function isInForce({ row: _, zoneName: __, ...added }: TariffChange, { tariffs, nowMs }: TariffFacts): boolean {
  const figuresOf = ({ validFromMs: _from, validToMs: _to, ...figures }: Omit<BulkTariff, "id">): string =>
    JSON.stringify(Object.entries(figures).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const holds = ({ validFromMs, validToMs }: BulkTariff): boolean =>
    validFromMs <= nowMs && (validToMs === null || validToMs > nowMs);
  return tariffs.filter(holds).some(({ id: _id, ...tariff }) => figuresOf(tariff) === figuresOf(added));
}
