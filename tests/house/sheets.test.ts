import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvAndXlsx } from "#app/adapters/sheets/csv-and-xlsx.ts";

const read = (text: string) => csvAndXlsx.read(new TextEncoder().encode(text));

describe("a sheet as CSV", () => {
  it.each([
    ["semicolons and the commas of figures, as a spreadsheet set to Indonesian writes it", "a;b\n1,5;2,5\n2,5;3,5\n"],
    ["commas, and lines that stay empty", 'a,b\n"1,5","2,5"\n"2,5","3,5"\n\n\n'],
    ["tabs, as pasted from a spreadsheet", "a\tb\n1,5\t2,5\n2,5\t3,5"],
  ])("is read with %s", async (_, text) => {
    expect(await read(text)).toEqual({
      ok: true,
      rows: [
        ["a", "b"],
        ["1,5", "2,5"],
        ["2,5", "3,5"],
      ],
    });
  });

  it("comes back as it was written, whatever stands in its cells", async () => {
    const cell = fc.string({ maxLength: 12 }).filter((text) => !/[\0\r\ufeff]/.test(text) && text === text.trim());
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rows, async (lines) => {
        const written = [["kode", "nama"], ...lines, ["akhir", "x"]];
        const answer = await csvAndXlsx.read(await csvAndXlsx.write(written, "csv"));
        expect(answer).toEqual({ ok: true, rows: written });
      }),
      { numRuns: 300 },
    );
  });
});
