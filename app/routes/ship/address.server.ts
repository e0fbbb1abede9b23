import { readablePhone } from "#app/domain/phone.ts";
import type { Context } from "#app/usecases/context.ts";

type Stored = {
  phone: string;
  villageCode: string | null;
  street: string | null;
  rt: string | null;
  rw: string | null;
  landmark: string | null;
  postcode?: string | null;
};

/** An address as it is written on a parcel: lines of text, the region by its names, and the phone as people read it out. */
export async function readAddress(ctx: Context, stored: Stored): Promise<{ phone: string; lines: string[] }> {
  const names = stored.villageCode ? await ctx.regions.describe(stored.villageCode) : null;
  const rtRw = [stored.rt && `RT ${stored.rt}`, stored.rw && `RW ${stored.rw}`].filter(Boolean).join(" / ");
  const lines = [
    [stored.street, rtRw].filter(Boolean).join(", "),
    stored.landmark ?? "",
    [names?.village, names?.district].filter(Boolean).join(", "),
    [names?.regency, names?.province, stored.postcode].filter(Boolean).join(", "),
  ];
  return { phone: readablePhone(stored.phone), lines: lines.filter((line) => line !== "") };
}
