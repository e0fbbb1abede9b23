import { pdfPapers } from "#app/adapters/papers/pdf.ts";
import { manualPayments } from "#app/adapters/payments/manual.ts";
import { memoryPhotos } from "#app/adapters/photos/memory.ts";
import type { Pictures } from "#app/adapters/pictures/port.ts";
import { idnAreaRegions } from "#app/adapters/regions/idn-area.ts";
import { cryptoSecrets } from "#app/adapters/secrets/node-crypto.ts";
import { csvAndXlsx } from "#app/adapters/sheets/csv-and-xlsx.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { NOBODY } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { isInTransaction } from "#db/transaction.server.ts";

let ids = 0;

/** Ids that count, so that a failing test reads the same twice. */
export function testId(): string {
  ids += 1;
  return `id-${String(ids).padStart(6, "0")}`;
}

/** The market day on which most tests happen: Tuesday 24 November 2026, 09.00 WIB. */
export const MARKET_DAY = new Date("2026-11-24T02:00:00Z");

/** As in the real context: no provider may be called with the books locked. */
export function refuseInTransaction(): void {
  if (isInTransaction()) throw new Error("a payment provider was called inside a transaction");
}

/** Says what would be drawn instead of drawing it. */
const writtenPictures: Pictures = {
  shareCard: async (card) => new TextEncoder().encode(JSON.stringify(card)),
  poster: async (poster) => new TextEncoder().encode(JSON.stringify(poster)),
};

/** A use case's world with a real database and quick stand-ins for the slow outside. */
export function testContext(over: Partial<Context> = {}): Context {
  return {
    actor: NOBODY,
    locale: "id",
    now: MARKET_DAY,
    newId: testId,
    origin: "http://localhost:3000",
    isDemo: true,
    passwords: {
      nobodysHash: "nobody",
      hash: async (password) => `plain:${password}`,
      verify: async (hash, password) => hash === `plain:${password}`,
    },
    secrets: cryptoSecrets("only-for-tests"),
    payments: { manual: manualPayments({ guard: refuseInTransaction }) },
    mail: null,
    photos: memoryPhotos(),
    pictures: writtenPictures,
    papers: pdfPapers,
    sheets: csvAndXlsx,
    regions: idnAreaRegions(),
    ...over,
  };
}

/** The same world, later or as somebody else. */
export function as(ctx: Context, actor: Actor): Context {
  return { ...ctx, actor };
}
