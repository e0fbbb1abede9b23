import type { CashCategory } from "#app/domain/cash-movement.ts";
import { rupiah } from "#app/domain/money.ts";
import { recordCashMovement } from "#app/usecases/books/record-cash-movement.ts";
import { reverseCashMovement } from "#app/usecases/books/reverse-cash-movement.ts";
import { demoGroups } from "./data/groups.ts";
import { type DemoWorld, wibTime } from "./demo-context.ts";
import { groupId, officerOf } from "./found-groups.ts";

type Note = { category: CashCategory; amount: number; counterpart: string; note: string };

const EVERYWHERE: readonly Note[] = [
  { category: "dues", amount: 240_000, counterpart: "Semua anggota", note: "iuran bulan ini" },
  { category: "transport", amount: 45_000, counterpart: "Pompong Pak Long", note: "antar barang ke pelabuhan" },
  { category: "meeting", amount: 38_000, counterpart: "Warung Mak Cik", note: "kue dan kopi rapat" },
];

const BY_KIND: Record<string, readonly Note[]> = {
  farm: [{ category: "seeds", amount: 92_000, counterpart: "Toko Tani Batu Sembilan", note: "bibit cabai, pupuk" }],
  fishery: [{ category: "tools", amount: 87_500, counterpart: "Toko Nelayan Pelantar", note: "tali dan pelampung" }],
};
const OTHERS: readonly Note[] = [
  { category: "materials", amount: 96_000, counterpart: "Toko Kain Merdeka", note: "kain dan benang" },
  { category: "packing", amount: 27_500, counterpart: "Toko Plastik Jaya", note: "kantong kertas" },
];

/** Once in a while each treasurer writes up the cash box: dues, transport, and what the group works with. */
export async function keepCashBook(world: DemoWorld, day: number): Promise<void> {
  for (const group of demoGroups) {
    const treasurer = officerOf(group);
    const id = groupId(group);
    // Ids of their own: the other players of the demo draw theirs as if nobody kept a cash book.
    let made = 0;
    const newId = (): string => `cash-${group.slug}-${day}-${++made}`;
    const notes = [...EVERYWHERE, ...(BY_KIND[group.kind] ?? OTHERS)];
    for (const [at, note] of notes.entries()) {
      const ctx = { ...world.at(wibTime(world.today, day, 17 + at / 10), treasurer), newId };
      const dayOfReceipt = new Date(ctx.now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
      const said = { ...note, amount: rupiah(note.amount), day: dayOfReceipt, receipt: null };
      const recorded = await recordCashMovement(ctx, { ...said, groupId: id, formKey: `form-of-${newId()}` });
      if (recorded.ok && note.category === "meeting" && group === demoGroups[0])
        await reverseCashMovement(ctx, { groupId: id, movementId: recorded.movementId, reason: "tercatat dua kali" });
    }
  }
}
