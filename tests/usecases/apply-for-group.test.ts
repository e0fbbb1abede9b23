import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { NotAllowed } from "#app/domain/permissions.ts";
import { SplitRule } from "#app/domain/split-rule.ts";
import { applyForGroup } from "#app/usecases/account/apply-for-group.ts";
import { suspendGroup } from "#app/usecases/operate/suspend-group.ts";
import { editGroupPage } from "#app/usecases/sell/edit-group-page.ts";
import { setGroupPhoto } from "#app/usecases/sell/set-group-photo.ts";
import { findGroup, findPhotoAlt, listWaitingGroups } from "#db/read/groups.ts";
import { readMembers } from "#db/read/members.ts";
import { findRuleInForce } from "#db/read/split-rules.ts";
import { photos } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { testContext } from "#tests/world/context.ts";
import { aGroup, anOfficer, aPerson } from "#tests/world/people.ts";

const application = {
  name: "KUB Kerang Penyengat Lestari",
  kind: "fishery" as const,
  villageCode: "21.72.03.1004",
  story: "Enam belas ibu.",
};
const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]);

describe("apply-for-group", () => {
  it("makes a waiting group with its first member, offices and sharing rule", async () => {
    const person = await aPerson({ name: "Aminah" });
    const operator = await aPerson({ isOperator: true });
    const ctx = testContext({ actor: person.actor });
    const answer = await applyForGroup(ctx, application);
    expect(answer).toEqual({ ok: true, slug: "kub-kerang-penyengat-lestari" });
    const group = await findGroup("kub-kerang-penyengat-lestari");
    expect(group).toMatchObject({ state: "waiting", kind: "fishery", villageCode: "21.72.03.1004" });
    const members = await readMembers(group?.id ?? "");
    expect(members).toMatchObject([{ number: 1, name: "Aminah", personId: person.id }]);
    expect(members[0]?.offices.sort()).toEqual(["chair", "secretary", "treasurer"]);
    const rule = await findRuleInForce({ groupId: group?.id ?? "", listingRuleId: null, now: ctx.now });
    expect(rule).toMatchObject({ name: "Aturan umum", version: 1 });
    expect(SplitRule.parse(rule?.rule)).toMatchObject({ method: "contribution", fundBasisPoints: 1000 });
    expect((await listWaitingGroups(operator.actor)).map((waiting) => waiting.name)).toContain(application.name);
  });

  it("takes the same form sent twice at once as one application", async () => {
    const person = await aPerson();
    const ctx = testContext({ actor: person.actor });
    const both = await Promise.all([1, 2].map(() => applyForGroup(ctx, { ...application, name: "Dua kali" })));
    expect(both).toEqual([both[0], both[0]]);
  });

  it("gives each group an address of its own that is no page", async () => {
    const slugs = [];
    for (const name of ["New", "Songket Kita", "Songket Kita!", "ꦤꦶꦁꦱꦶꦃ"]) {
      const person = await aPerson();
      const answer = await applyForGroup(testContext({ actor: person.actor }), { ...application, name });
      slugs.push(answer.ok ? answer.slug : answer.reason);
    }
    expect(slugs).toEqual(["new-2", "songket-kita", "songket-kita-2", "kelompok"]);
  });

  it("refuses a village that is not there, a fourth waiting group, and a stranger", async () => {
    const person = await aPerson();
    const ctx = testContext({ actor: person.actor });
    expect(await applyForGroup(ctx, { ...application, villageCode: "21.72.03.9999" })).toMatchObject({
      reason: "village-open",
    });
    for (const name of ["Satu", "Dua", "Tiga"]) await applyForGroup(ctx, { ...application, name: `Ke ${name}` });
    expect(await applyForGroup(ctx, { ...application, name: "Ke Empat" })).toMatchObject({
      reason: "groups-waiting",
    });
    await expect(applyForGroup(testContext(), application)).rejects.toThrow(NotAllowed);
  });
});

describe("suspend-group", () => {
  it("takes a group off the market and lets it back", async () => {
    const operator = await aPerson({ isOperator: true });
    const group = await aGroup();
    const ctx = testContext({ actor: operator.actor });
    const suspend = (yes: boolean) => suspendGroup(ctx, { groupId: group.id, suspend: yes });
    expect(await suspend(true)).toEqual({ ok: true });
    expect(await suspend(true)).toMatchObject({ reason: "group-unchanged" });
    expect((await findGroup(group.slug))?.state).toBe("suspended");
    expect(await suspend(false)).toEqual({ ok: true });
    await expect(
      suspendGroup(testContext({ actor: group.officer }), { groupId: group.id, suspend: true }),
    ).rejects.toThrow(NotAllowed);
  });
});

describe("edit-group-page", () => {
  const page = {
    kind: "craft" as const,
    story: "Kami menganyam.",
    villageCode: "21.72.04.1004",
    phone: "+6281234567890",
    madeByDisabled: true,
  };

  it("changes what buyers read, by chair or secretary", async () => {
    const group = await aGroup();
    const ctx = testContext({ actor: group.officer });
    expect(await editGroupPage(ctx, { groupId: group.id, ...page })).toEqual({ ok: true });
    expect(await findGroup(group.slug)).toMatchObject(page);
    expect(await editGroupPage(ctx, { groupId: group.id, ...page, villageCode: "99.99.99.9999" })).toMatchObject({
      reason: "village-open",
    });
    const auditor = await anOfficer(group, ["auditor"]);
    await expect(editGroupPage(testContext({ actor: auditor.actor }), { groupId: group.id, ...page })).rejects.toThrow(
      NotAllowed,
    );
  });

  it("hangs up a photo with its words, and takes the old one away with its file", async () => {
    const group = await aGroup();
    const ctx = testContext({ actor: group.officer });
    const put = (alt: string, upload = JPEG) => setGroupPhoto(ctx, { groupId: group.id, upload, alt });
    const first = await put("lima ibu");
    const second = await put("enam ibu");
    if (!first.ok || !second.ok) throw new Error("not stored");
    expect((await findGroup(group.slug))?.photoId).toBe(second.photoId);
    expect(await findPhotoAlt(second.photoId)).toBe("enam ibu");
    expect(await ctx.photos.read(first.photoId, 640)).toBeNull();
    expect(await ctx.photos.read(second.photoId, 640)).not.toBeNull();
    const left = await inTransaction((tx) => tx.select().from(photos).where(eq(photos.id, first.photoId)));
    expect(left).toEqual([]);
    expect(await put("bukan foto", Uint8Array.from([1, 2, 3]))).toEqual({
      ok: false,
      reason: "photo-not-image",
      fields: { photo: "photo-not-image" },
    });
  });
});
