import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { readSplitRule, SplitRuleForm } from "#app/domain/split-rule-form.ts";
import { setSplitRule } from "#app/usecases/books/set-split-rule.ts";
import { trySplitRule } from "#app/usecases/books/try-split-rule.ts";
import { findMinutesPhoto, findRuleInForce, listRuleVersions } from "#db/read/split-rules.ts";
import { MARKET_DAY, testContext } from "#tests/world/context.ts";
import { aListing } from "#tests/world/listings.ts";
import { aGroup } from "#tests/world/people.ts";

const AT_ONCE = { fromDay: null, minutes: null };
const equal = { method: "equal", fundBasisPoints: 750, fixedCosts: [], fixedShares: [], pieceRates: [] } as const;

function rule(over: { fundBasisPoints?: number } = {}) {
  return { ...equal, ...over, fixedCosts: [], fixedShares: [], pieceRates: [] };
}

describe("set-split-rule", () => {
  it("adds versions and never edits one; the newest of the default is in force", async () => {
    const group = await aGroup();
    const ctx = testContext({ actor: group.officer });
    const input = {
      groupId: group.id,
      name: "Aturan umum",
      decision: "Rapat 24 November",
      isDefault: true,
      ...AT_ONCE,
    };
    expect(await setSplitRule(ctx, { ...input, rule: rule() })).toMatchObject({ ok: true, version: 1 });
    const first = await findRuleInForce({ groupId: group.id, listingRuleId: null, now: MARKET_DAY });
    expect(await setSplitRule(ctx, { ...input, rule: rule({ fundBasisPoints: 750 }), isDefault: false })).toMatchObject(
      {
        ok: true,
        version: 2,
      },
    );
    expect(await setSplitRule(ctx, { ...input, name: "Kebaya", rule: rule(), isDefault: false })).toMatchObject({
      ok: true,
      version: 1,
    });
    const now = await findRuleInForce({ groupId: group.id, listingRuleId: null, now: MARKET_DAY });
    expect([first?.version, now?.version, now?.name]).toEqual([1, 2, "Aturan umum"]);
    const versions = await listRuleVersions(group.officer, { groupId: group.id, now: MARKET_DAY });
    expect(versions.map((version) => [version.name, version.version])).toEqual([
      ["Aturan umum", 2],
      ["Aturan umum", 1],
      ["Kebaya", 1],
    ]);
  });

  it("follows a listing's own rule to its newest version", async () => {
    const group = await aGroup();
    const ctx = testContext({ actor: group.officer });
    const input = { groupId: group.id, decision: "", isDefault: false, ...AT_ONCE };
    await setSplitRule(ctx, { ...input, name: "Umum", rule: rule(), isDefault: true });
    await setSplitRule(ctx, { ...input, name: "Kebaya", rule: rule() });
    const [kebaya] = (await listRuleVersions(group.officer, { groupId: group.id, now: MARKET_DAY })).filter(
      (version) => version.name === "Kebaya",
    );
    await setSplitRule(ctx, { ...input, name: "Kebaya", rule: rule() });
    const found = await findRuleInForce({ groupId: group.id, listingRuleId: kebaya?.id ?? null, now: MARKET_DAY });
    expect([found?.name, found?.version]).toEqual(["Kebaya", 2]);
    const of = async (variantRule: string) =>
      (await findRuleInForce({ groupId: group.id, listingRuleId: kebaya?.id ?? null, variantRule, now: MARKET_DAY }))
        ?.name;
    expect([await of("Umum"), await of(""), await of("Tidak ada")]).toEqual(["Umum", "Kebaya", "Kebaya"]);
  });

  it("begins on its day, and passes the group's own rule on that day", async () => {
    const group = await aGroup();
    const ctx = testContext({ actor: group.officer });
    const input = { groupId: group.id, decision: "", isDefault: true, ...AT_ONCE };
    await setSplitRule(ctx, { ...input, name: "Umum", rule: rule() });
    await setSplitRule(ctx, { ...input, name: "Baru", rule: rule(), fromDay: "2026-12-01" });
    const on = async (at: string) =>
      (await findRuleInForce({ groupId: group.id, listingRuleId: null, now: new Date(at) }))?.name;
    expect([await on("2026-11-30T16:59:59Z"), await on("2026-11-30T17:00:00Z")]).toEqual(["Umum", "Baru"]);
    expect(await setSplitRule(ctx, { ...input, name: "Umum", rule: rule(), fromDay: "2020-01-01" })).toMatchObject({
      reason: "fields",
      fields: { fromDay: "day-is-past" },
    });
    expect(await setSplitRule(ctx, { ...input, name: "Baru", rule: rule() })).toMatchObject({
      fields: { fromDay: "before-last-version" },
    });
  });

  it("keeps the picture of the minutes, and none of a version that was refused", async () => {
    const group = await aGroup();
    const ctx = testContext({ actor: group.officer });
    const minutes = new Uint8Array(
      await sharp({ create: { width: 60, height: 40, channels: 3, background: "#fff" } })
        .png()
        .toBuffer(),
    );
    const input = { groupId: group.id, name: "Umum", decision: "", isDefault: true, ...AT_ONCE, minutes };
    await setSplitRule(ctx, { ...input, rule: rule() });
    const [version] = await listRuleVersions(group.officer, { groupId: group.id, now: MARKET_DAY });
    expect(version?.hasMinutes).toBe(true);
    const photoId = await findMinutesPhoto(group.officer, { groupId: group.id, ruleId: version?.id ?? "" });
    expect(await ctx.photos.read(photoId ?? "", 320)).not.toBeNull();
    expect(await findMinutesPhoto(group.officer, { groupId: group.id, ruleId: "another" })).toBeNull();
    const broken = new Uint8Array([1, 2, 3]);
    expect(await setSplitRule(ctx, { ...input, rule: rule(), minutes: broken })).toMatchObject({ ok: false });
    expect(await listRuleVersions(group.officer, { groupId: group.id, now: MARKET_DAY })).toHaveLength(1);
  });

  it("can be tried on one of the group's goods before it is saved", async () => {
    const group = await aGroup();
    const makers = group.members.map((member) => ({ memberId: member.id, weight: 1 }));
    const listing = await aListing({
      group,
      name: "Kebaya",
      variants: [{ price: rupiah(100_000) }],
      contributions: makers,
    });
    const ctx = testContext({ actor: group.officer });
    const trial = await trySplitRule(ctx, {
      groupId: group.id,
      listingId: listing.id,
      rule: rule({ fundBasisPoints: 0 }),
    });
    expect(trial?.shares.map((share) => [share.memberName, share.amount, share.remainder])).toEqual([
      ["Aminah", 33_334, 1],
      ["Burhan", 33_333, 0],
      ["Cik Siti", 33_333, 0],
    ]);
    expect(await listRuleVersions(group.officer, { groupId: group.id, now: MARKET_DAY })).toEqual([]);
    const stranger = await aGroup();
    expect(
      await trySplitRule(ctx, { groupId: group.id, listingId: (await aListing({ group: stranger })).id, rule: rule() }),
    ).toBeNull();
  });

  it("refuses shares for somebody who is not a member", async () => {
    const group = await aGroup();
    const fixed = { ...rule(), method: "fixed" as const, fixedShares: [{ memberId: "nobody", basisPoints: 10_000 }] };
    const answer = await setSplitRule(testContext({ actor: group.officer }), {
      groupId: group.id,
      name: "X",
      rule: fixed,
      decision: "",
      isDefault: false,
      ...AT_ONCE,
    });
    expect(answer).toMatchObject({ ok: false, reason: "no-such-member" });
  });

  it("reads what a treasurer types, and says at which field it is wrong", () => {
    const form = (over: object) => SplitRuleForm.parse({ name: "Kain", method: "equal", fundPercent: "7,5", ...over });
    expect(readSplitRule(form({ costName: ["Kain", ""], costRupiah: ["12.500", ""] }))).toEqual({
      rule: {
        method: "equal",
        fundBasisPoints: 750,
        fixedCosts: [{ name: "Kain", rupiahPerUnit: 12_500 }],
        fixedShares: [],
        pieceRates: [],
      },
    });
    expect(readSplitRule(form({ fundPercent: "105" }))).toEqual({ fields: { fundPercent: "not-percent" } });
    expect(readSplitRule(form({ costName: ["Kain"], costRupiah: [""] }))).toEqual({
      fields: { costRupiah: "row-incomplete" },
    });
    const shares = { method: "fixed", shareMember: ["a", "b"], sharePercent: ["60", "45"] };
    expect(readSplitRule(form(shares))).toEqual({ fields: { sharePercent: "shares-not-100" } });
    expect(readSplitRule(form({ method: "piece-rates" }))).toEqual({ fields: { stepRupiah: "required" } });
  });
});
