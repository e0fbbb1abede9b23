import { expect, it } from "vitest";
import { loader as openListing } from "#app/routes/buy/listing.tsx";
import { anOrder } from "#tests/world/consignments.ts";
import { opening } from "#tests/world/doors.ts";
import { aListing } from "#tests/world/listings.ts";
import { aGroup } from "#tests/world/people.ts";
import { anOpenRun, hoursLater } from "#tests/world/runs.ts";

it("sets shipping alone beside shared shipping, to the place that was chosen or where the next run goes", async () => {
  const group = await aGroup();
  await aListing({ group, slug: "tikar-pandan", variants: [{ packedGrams: 300, lengthMm: 100, widthMm: 100 }] });
  const run = await anOpenRun({ cutOffAt: hoursLater(30), departsAt: hoursLater(40) });
  const elsewhere = await anOpenRun({ cutOffAt: hoursLater(50), departsAt: hoursLater(60) });
  const shipping = async (query: string) => {
    const answer = await openListing(
      opening({ path: `/listings/tikar-pandan${query}`, params: { slug: "tikar-pandan" } }),
    );
    const page = await answer.json();
    return page.listing ? page.shipping : null;
  };
  const toNext = { place: { id: run.zone.id }, alone: 38_000, pooled: { price: 38_000, joined: 0 }, tooHeavy: false };
  expect(await shipping("")).toMatchObject(toNext);
  for (const wrong of ["?to=nowhere", "?to=%00", "?to=__proto__"]) expect(await shipping(wrong)).toMatchObject(toNext);
  await anOrder({ run: elsewhere, parts: [{ group, grams: 300 }] });
  // Both fit one kilogram: the second shares what the first had to itself.
  expect(await shipping(`?to=${elsewhere.zone.id}`)).toMatchObject({
    place: { id: elsewhere.zone.id },
    alone: 38_000,
    pooled: { price: 19_000, joined: 1 },
  });
});
