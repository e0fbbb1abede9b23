import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { NotAllowed } from "#app/domain/permissions.ts";
import { addHubKeeper } from "#app/usecases/operate/add-hub-keeper.ts";
import { addPickUpPoint } from "#app/usecases/operate/add-pick-up-point.ts";
import { removeHubKeeper } from "#app/usecases/operate/remove-hub-keeper.ts";
import { setHub } from "#app/usecases/operate/set-hub.ts";
import { type SetNetworkInput, setNetwork } from "#app/usecases/operate/set-network.ts";
import { db } from "#db/client.server.ts";
import { listHubs, listPickUpPoints } from "#db/read/hubs.ts";
import { findNetwork } from "#db/read/networks.ts";
import { readOperations } from "#db/read/operations.ts";
import { photos } from "#db/schema.ts";
import { as, testContext } from "#tests/world/context.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";
import { anOpenRun, aZone } from "#tests/world/runs.ts";

const operator = testContext({ actor: (await aPerson({ isOperator: true })).actor });

const settings: SetNetworkInput = {
  name: "Lumbung Gurindam",
  feeBasisPoints: 200,
  qrisFeeBasisPoints: 70,
  bankName: "Bank Riau Kepri",
  bankAccount: "123",
  bankHolder: "Koperasi",
  takesTransfer: true,
  takesQris: false,
  takesCashOnDelivery: true,
  sendsToGroups: false,
  payWithinHours: 24,
  fetchWithinDays: 7,
  fetchFreshWithinDays: 2,
  foodNeedsPermit: true,
  foodNeedsHalal: false,
  shareRule: "equal-saving",
  keepingRule: "warn",
  qrisPhoto: null,
};

const PNG = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
  (sign) => sign.charCodeAt(0),
);

describe("set-network", () => {
  it("needs what each way to pay needs", async () => {
    expect(await setNetwork(operator, { ...settings, bankAccount: "" })).toMatchObject({
      fields: { bankAccount: "bank-needed" },
    });
    expect(await setNetwork(operator, { ...settings, takesQris: true })).toMatchObject({
      fields: { qrisPhoto: "qris-needed" },
    });
    expect(await setNetwork(operator, { ...settings, qrisPhoto: Uint8Array.of(1, 2, 3) })).toMatchObject({
      fields: { qrisPhoto: "photo-not-image" },
    });
    expect(await findNetwork()).toBeUndefined();
  });

  it("saves the settings the first time and after, and keeps the code's photo until another comes", async () => {
    expect(await setNetwork(operator, { ...settings, takesQris: true, qrisPhoto: PNG })).toEqual({ ok: true });
    const first = await findNetwork();
    expect(first).toMatchObject({ name: "Lumbung Gurindam", feeBasisPoints: 200, takesQris: true });
    const photoId = first?.qrisPhotoId ?? "";
    const [photo] = await db().select().from(photos).where(eq(photos.id, photoId));
    expect(photo).toMatchObject({ isPublic: true, listingId: null });
    expect(await operator.photos.read(photoId, 320)).not.toBeNull();
    expect(
      await setNetwork(operator, { ...settings, takesQris: true, feeBasisPoints: 250, keepingRule: "refuse" }),
    ).toEqual({ ok: true });
    expect(await findNetwork()).toMatchObject({ feeBasisPoints: 250, keepingRule: "refuse", qrisPhotoId: photoId });
  });

  it("is for the operator alone", async () => {
    const group = await aGroup();
    await expect(setNetwork(as(operator, group.officer), settings)).rejects.toThrow(NotAllowed);
    await expect(readOperations(group.officer)).rejects.toThrow(NotAllowed);
  });
});

describe("set-hub", () => {
  const place = { name: "Rumah Kumpul", villageCode: "21.72.04.1002", address: "Jalan Dompak 7" };

  it("makes a hub once for a form, tells it anew, and knows its keepers by phone", async () => {
    const formKey = operator.secrets.token();
    const made = await setHub(operator, { ...place, hubId: null, formKey });
    const hubId = made.ok ? made.hubId : "";
    expect(await setHub(operator, { ...place, hubId: null, formKey })).toEqual({ ok: true, hubId });
    await setHub(operator, { ...place, hubId, formKey, name: "Rumah Baru" });
    const person = await aPerson({ name: "Azlan", phone: "+6281200000777" });
    expect(await addHubKeeper(operator, { hubId, phone: "+6281200000778" })).toMatchObject({
      reason: "person-unknown",
    });
    await addHubKeeper(operator, { hubId, phone: "+6281200000777" });
    expect(await addHubKeeper(operator, { hubId, phone: "+6281200000777" })).toEqual({ ok: true });
    const hub = async () => (await listHubs(operator.actor)).find((each) => each.id === hubId);
    expect(await hub()).toMatchObject({ name: "Rumah Baru", keepers: [{ name: "Azlan" }] });
    await removeHubKeeper(operator, { hubId, personId: person.id });
    expect((await hub())?.keepers).toEqual([]);
    expect(await setHub(operator, { ...place, hubId: "none", formKey })).toMatchObject({ reason: "hub-unknown" });
    expect(await setHub(operator, { ...place, hubId: null, formKey, villageCode: "21.72.04.9999" })).toMatchObject({
      fields: { village: "village-code" },
    });
  });

  it("makes a pick-up point once for a form, in a zone that exists", async () => {
    const zone = await aZone();
    const form = { ...place, openingHours: "", formKey: operator.secrets.token(), zoneId: zone.id };
    await addPickUpPoint(operator, form);
    await addPickUpPoint(operator, form);
    expect((await listPickUpPoints(operator.actor)).filter((point) => point.zoneId === zone.id)).toHaveLength(1);
    expect(await addPickUpPoint(operator, { ...form, zoneId: "none" })).toMatchObject({ reason: "zone-gone" });
  });

  it("is for the operator alone", async () => {
    const { hub, zone } = await anOpenRun();
    const keeper = as(operator, hub.keeper);
    const form = { ...place, formKey: operator.secrets.token() };
    for (const attempt of [
      () => setHub(keeper, { ...form, hubId: hub.id }),
      () => addHubKeeper(keeper, { hubId: hub.id, phone: "+6281200000777" }),
      () => removeHubKeeper(keeper, { hubId: hub.id, personId: "x" }),
      () => addPickUpPoint(keeper, { ...form, openingHours: "", zoneId: zone.id }),
      () => listHubs(keeper.actor),
      () => listPickUpPoints(keeper.actor),
    ])
      await expect(attempt()).rejects.toThrow(NotAllowed);
  });
});
