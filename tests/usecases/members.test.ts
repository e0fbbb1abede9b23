import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { type Actor, NotAllowed } from "#app/domain/permissions.ts";
import { acceptInvitation } from "#app/usecases/account/accept-invitation.ts";
import { addMember } from "#app/usecases/sell/add-member.ts";
import { inviteMember } from "#app/usecases/sell/invite-member.ts";
import { nameMaker } from "#app/usecases/sell/name-maker.ts";
import { removeMember } from "#app/usecases/sell/remove-member.ts";
import { setOffices } from "#app/usecases/sell/set-offices.ts";
import { withdrawInvitation } from "#app/usecases/sell/withdraw-invitation.ts";
import { listOpenInvitations } from "#db/read/invitations.ts";
import { listNamedMakers } from "#db/read/listing-page.ts";
import { searchListingIds } from "#db/read/listing-search.ts";
import { listMembers, readMembers } from "#db/read/members.ts";
import { activities } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { MARKET_DAY, testContext } from "#tests/world/context.ts";
import { aListing } from "#tests/world/listings.ts";
import { aGroup, anOfficer, aPerson } from "#tests/world/people.ts";

const by = (actor: Actor, days = 0) => testContext({ actor, now: new Date(MARKET_DAY.getTime() + days * 86_400_000) });

async function invited(over: { memberId?: string } = {}) {
  const group = await aGroup();
  const answer = await inviteMember(by(group.officer), {
    groupId: group.id,
    name: "Mak Su",
    memberId: over.memberId ?? null,
  });
  if (!answer.ok) throw new Error(answer.reason);
  return { group, code: answer.code };
}

describe("add-member", () => {
  it("gives the next number, also to many at once", async () => {
    const group = await aGroup();
    const added = await Promise.all(
      ["Dara", "Encik", "Fatimah", "Gani"].map((name) =>
        addMember(by(group.officer), { groupId: group.id, name, phone: null }),
      ),
    );
    expect(added.map((answer) => answer.number).sort()).toEqual([4, 5, 6, 7]);
  });

  it("is for chair and secretary of that group", async () => {
    const group = await aGroup();
    const other = await aGroup();
    const treasurer = await anOfficer(group, ["treasurer"]);
    for (const actor of [treasurer.actor, other.officer])
      await expect(addMember(by(actor), { groupId: group.id, name: "X", phone: null })).rejects.toThrow(NotAllowed);
  });

  it("shows phones to chair, secretary and operator alone", async () => {
    const group = await aGroup();
    await addMember(by(group.officer), { groupId: group.id, name: "Dara", phone: "+6281234567890" });
    const member = await anOfficer(group, []);
    const phones = async (actor: Actor) => (await listMembers(actor, group.id)).map((one) => one.phone);
    expect(await phones(group.officer)).toContain("+6281234567890");
    expect(await phones(member.actor)).not.toContain("+6281234567890");
    await expect(phones((await aPerson()).actor)).rejects.toThrow(NotAllowed);
  });
});

describe("accept-invitation", () => {
  it("makes the holder of the code a member with the next number, once", async () => {
    const { group, code } = await invited();
    const person = await aPerson({ name: "Suraya" });
    expect(await acceptInvitation(by(person.actor), { code })).toEqual({ ok: true, groupSlug: group.slug });
    expect((await readMembers(group.id)).at(-1)).toMatchObject({ number: 4, name: "Suraya", personId: person.id });
    expect(await acceptInvitation(by((await aPerson()).actor), { code })).toMatchObject({
      reason: "invitation-gone",
    });
    await expect(acceptInvitation(testContext(), { code })).rejects.toThrow(NotAllowed);
  });

  it("lets one of two in who accept at the same moment", async () => {
    const { group, code } = await invited();
    const people = [await aPerson(), await aPerson()];
    const both = await Promise.all(people.map((person) => acceptInvitation(by(person.actor), { code })));
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await readMembers(group.id)).toHaveLength(4);
  });

  it("hands over the record made on paper, with its number and name", async () => {
    const group = await aGroup();
    const record = group.members[1];
    const ctx = by(group.officer);
    const invite = () => inviteMember(ctx, { groupId: group.id, name: "Burhan", memberId: record?.id ?? "" });
    const older = await invite();
    const newer = await invite();
    if (!older.ok || !newer.ok) throw new Error("not invited");
    const person = await aPerson({ name: "Burhanuddin" });
    expect(await acceptInvitation(by(person.actor), { code: older.code })).toMatchObject({
      reason: "invitation-gone",
    });
    expect(await acceptInvitation(by(person.actor), { code: newer.code })).toMatchObject({ ok: true });
    expect((await readMembers(group.id))[1]).toMatchObject({ number: 2, name: "Burhan", personId: person.id });
    expect(await invite()).toMatchObject({ reason: "member-has-account" });
  });

  it("refuses a code that is 14 days old, withdrawn, or held by a member", async () => {
    const { group, code } = await invited();
    const person = await aPerson();
    expect(await acceptInvitation(by(person.actor, 14), { code })).toMatchObject({ reason: "invitation-gone" });
    expect(await acceptInvitation(by(group.officer), { code })).toMatchObject({ reason: "already-member" });
    const [open] = await listOpenInvitations(group.officer, { groupId: group.id, now: MARKET_DAY });
    const other = await aGroup();
    const withdraw = (actor: Actor, groupId: string) =>
      withdrawInvitation(by(actor), { groupId, invitationId: open?.id ?? "" });
    expect(await withdraw(other.officer, other.id)).toMatchObject({ reason: "invitation-gone" });
    expect(await withdraw(group.officer, group.id)).toEqual({ ok: true });
    expect(await acceptInvitation(by(person.actor), { code })).toMatchObject({ reason: "invitation-gone" });
  });

  it("stops guessing codes", async () => {
    const person = await aPerson();
    const { code } = await invited();
    for (let time = 0; time < 20; time++) await acceptInvitation(by(person.actor), { code: "AAAAAAAAAA" });
    expect(await acceptInvitation(by(person.actor), { code })).toMatchObject({ reason: "too-many-tries" });
  });

  it("gives somebody who left and comes back the old number", async () => {
    const group = await aGroup();
    const person = await anOfficer(group, []);
    await removeMember(by(group.officer), { groupId: group.id, memberId: person.memberId });
    const again = await inviteMember(by(group.officer), { groupId: group.id, name: "Lagi", memberId: null });
    await acceptInvitation(by(person.actor), { code: again.ok ? again.code : "" });
    const back = (await readMembers(group.id)).find((member) => member.id === person.memberId);
    expect(back).toMatchObject({ number: person.number, leftAt: null });
    expect(await readMembers(group.id)).toHaveLength(4);
  });
});

describe("set-offices", () => {
  it("gives and takes offices, and writes it down", async () => {
    const group = await aGroup();
    const member = await anOfficer(group, ["treasurer"]);
    const set = { groupId: group.id, memberId: member.memberId, offices: ["secretary", "auditor"] as const };
    expect(await setOffices(by(group.officer), { ...set, offices: [...set.offices] })).toEqual({ ok: true });
    const held = (await readMembers(group.id)).find((one) => one.id === member.memberId)?.offices;
    expect(held?.sort()).toEqual(["auditor", "secretary"]);
    const written = await inTransaction((tx) =>
      tx.select().from(activities).where(eq(activities.onBehalfOf, member.memberId)),
    );
    expect(written).toMatchObject([{ what: "set-offices", note: "secretary auditor" }]);
    await expect(setOffices(by(member.actor), { ...set, offices: ["chair"] })).rejects.toThrow(NotAllowed);
  });

  it("never takes the last chair who can sign in, nor touches another group", async () => {
    const group = await aGroup();
    const other = await aGroup();
    const [chair, onPaper] = group.members;
    const set = (memberId = "", offices: ("chair" | "treasurer")[] = []) =>
      setOffices(by(group.officer), { groupId: group.id, memberId, offices });
    expect(await set(onPaper?.id, ["chair"])).toEqual({ ok: true });
    expect(await set(chair?.id, ["treasurer"])).toMatchObject({ reason: "last-chair" });
    expect(await set(other.members[0]?.id)).toMatchObject({ reason: "member-gone" });
  });

  it("leaves a chair when two chairs unseat each other at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const group = await aGroup();
      const second = await anOfficer(group, ["chair"]);
      const first = group.members[0]?.id ?? "";
      const both = await Promise.all([
        setOffices(by(group.officer), { groupId: group.id, memberId: second.memberId, offices: [] }),
        setOffices(by(second.actor), { groupId: group.id, memberId: first, offices: [] }),
      ]);
      expect(both.filter((answer) => answer.ok)).toHaveLength(1);
      const chairs = (await readMembers(group.id)).filter((member) => member.offices.includes("chair"));
      expect(chairs).toHaveLength(1);
    }
  });
});

describe("remove-member", () => {
  it("keeps number and history, and asks to take offices away first", async () => {
    const group = await aGroup();
    const ctx = by(group.officer);
    const [chair, member] = group.members;
    const remove = (memberId = "") => removeMember(ctx, { groupId: group.id, memberId });
    expect(await remove(chair?.id)).toMatchObject({ reason: "holds-office" });
    expect(await remove(member?.id)).toEqual({ ok: true });
    expect(await remove(member?.id)).toMatchObject({ reason: "member-gone" });
    expect((await readMembers(group.id))[1]).toMatchObject({ number: 2, leftAt: MARKET_DAY });
    expect(await addMember(ctx, { groupId: group.id, name: "Baru", phone: null })).toMatchObject({ number: 4 });
  });
});

describe("name-maker", () => {
  async function aMaker() {
    const group = await aGroup({}, ["Aminah", "Tengku Zahra"]);
    const maker = group.members[1];
    if (!maker) throw new Error("the group has two members");
    const listing = await aListing({ group, name: "Tudung manto", contributions: [{ memberId: maker.id }] });
    return { group, maker, listing };
  }

  it("names a maker once they agree, in the search and on the page, until they take it back", async () => {
    const { group, maker, listing } = await aMaker();
    const name = (isNamed: boolean) => nameMaker(by(group.officer), { groupId: group.id, memberId: maker.id, isNamed });
    expect(await searchListingIds("zahra")).toEqual([]);
    expect([await name(true), await name(true)]).toEqual([{ ok: true }, { ok: true }]);
    expect(await searchListingIds("zahra")).toEqual([listing.id]);
    expect(await listNamedMakers(listing.id)).toEqual(["Tengku Zahra"]);
    await name(false);
    expect(await searchListingIds("zahra")).toEqual([]);
    expect(await listNamedMakers(listing.id)).toEqual([]);
  });

  it("is for the member, and for chair and secretary of that group", async () => {
    const { group, maker } = await aMaker();
    const treasurer = await anOfficer(group, ["treasurer"]);
    const other = await aGroup();
    const wish = { groupId: group.id, memberId: maker.id, isNamed: true };
    for (const actor of [treasurer.actor, other.officer])
      await expect(nameMaker(by(actor), wish)).rejects.toThrow(NotAllowed);
    const own = { groupId: group.id, memberId: treasurer.memberId, isNamed: true };
    expect(await nameMaker(by(treasurer.actor), own)).toEqual({ ok: true });
    const elsewhere = { groupId: other.id, memberId: maker.id, isNamed: true };
    expect(await nameMaker(by(other.officer), elsewhere)).toEqual({ ok: false, reason: "member-gone" });
  });

  it("ends when the member leaves", async () => {
    const { group, maker } = await aMaker();
    await nameMaker(by(group.officer), { groupId: group.id, memberId: maker.id, isNamed: true });
    await removeMember(by(group.officer), { groupId: group.id, memberId: maker.id });
    expect(await searchListingIds("zahra")).toEqual([]);
  });
});
