import { toBuffer } from "qrcode";
import type { Tx } from "#db/transaction.server.ts";
import { insertQrisPhoto } from "#db/write/networks.ts";
import type { DemoWorld } from "./demo-context.ts";

export const QRIS_PHOTO = "photo-qris";
const SIDE = 640;

/** The sign at the till: a code that pays nobody, and says so to whoever scans it. */
export async function drawQris(photos: ReturnType<DemoWorld["at"]>["photos"]): Promise<void> {
  const drawn = await toBuffer("Ini jaringan contoh. Kode ini bukan QRIS.", { width: SIDE, margin: 3 });
  const stored = await photos.store(QRIS_PHOTO, drawn);
  if (!stored.ok) throw new Error(`the demo's QRIS picture was refused: ${stored.reason}`);
}

/** Its row: what the network points at. */
export function keepQris(tx: Tx, now: Date): Promise<void> {
  return insertQrisPhoto(tx, { id: QRIS_PHOTO, alt: "QRIS", width: SIDE, height: SIDE, now });
}
