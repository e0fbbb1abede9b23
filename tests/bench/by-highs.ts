import loadHighs from "highs";
import type { CoverProgram } from "#app/domain/cover-program.ts";

/** "cover each row as often as it is needed, for the least money", in the LP format that solvers read. */
export function lpText({ columns, needed }: Pick<CoverProgram, "columns" | "needed">): string {
  const term = (factor: number, at: number): string => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} x${at}`;
  const inRow: string[][] = needed.map(() => []);
  for (const [at, { rows, times }] of columns.entries())
    for (const [position, row] of rows.entries()) inRow[row]?.push(term(times[position] ?? 0, at));
  const price = columns.map(({ cost }, at) => term(cost, at));
  const rows = inRow.map((terms, row) => `r${row}: ${terms.join("\n ")} >= ${needed[row]}`);
  return ["Minimize", `cost: ${price.join("\n ")}`, "Subject To", ...rows, "End"].join("\n");
}

/** The least money by another solver. @throws Error where it finds none */
export async function solveByHighs(program: Pick<CoverProgram, "columns" | "needed">): Promise<number> {
  const highs = await loadHighs();
  const { Status, ObjectiveValue } = highs.solve(lpText(program), { output_flag: false });
  if (Status !== "Optimal") throw new Error(`HiGHS ended with ${Status}`);
  return ObjectiveValue;
}
