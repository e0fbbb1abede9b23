import { desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { NotAllowed } from "#app/domain/permissions.ts";
import type { Arrival } from "#app/domain/session.ts";
import { changePassword } from "#app/usecases/account/change-password.ts";
import { editAccount } from "#app/usecases/account/edit-account.ts";
import { endSession } from "#app/usecases/account/end-session.ts";
import { issueResetCode } from "#app/usecases/account/issue-reset-code.ts";
import { resetPassword } from "#app/usecases/account/reset-password.ts";
import { signIn } from "#app/usecases/account/sign-in.ts";
import { findSession } from "#db/read/actors.ts";
import { findOwnDetails, listOwnSessions, searchPeople } from "#db/read/people.ts";
import { activities, members, offices } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { MARKET_DAY, testContext } from "#tests/world/context.ts";
import { aGroup, anOfficer, aPerson, aSession } from "#tests/world/people.ts";

const arrival: Arrival = { address: "10.0.0.1", device: "Firefox", previousTokenHash: null, basketId: null };
const OLD = "perahu kayu biru";
const NEW = "sampan hijau tua";
let phones = 0;
const aPhone = () => {
  phones += 1;
  return { phone: `+62813000${String(phones).padStart(4, "0")}`, email: null };
};

async function issued({ at = MARKET_DAY } = {}) {
  const operator = await aPerson({ isOperator: true, password: "kata pengelola" });
  const contact = aPhone();
  const person = await aPerson({ ...contact, password: OLD });
  const ctx = testContext({ actor: operator.actor, now: at });
  const answer = await issueResetCode(ctx, { personId: person.id, groupId: null, ownPassword: "kata pengelola" });
  if (!answer.ok) throw new Error(answer.reason);
  return { ctx, operator, person, contact, code: answer.code };
}

describe("issue-reset-code", () => {
  it("asks the officer for the own password, and writes down who helped whom", async () => {
    const { ctx, operator, person } = await issued();
    const wrong = await issueResetCode(ctx, { personId: person.id, groupId: null, ownPassword: "bukan itu" });
    expect(wrong).toEqual({
      ok: false,
      reason: "own-password-wrong",
      fields: { ownPassword: "own-password-wrong" },
    });
    const [last] = await inTransaction((tx) =>
      tx.select().from(activities).where(eq(activities.onBehalfOf, person.id)).orderBy(desc(activities.at)),
    );
    expect(last).toMatchObject({ actorId: operator.id, what: "issue-reset-code" });
  });

  it("lets chair and secretary help their members, but nobody who may do more than they", async () => {
    const group = await aGroup();
    const other = await aGroup();
    const password = "kata sandi ketua";
    const chair = await anOfficer(group, ["chair"], { password });
    const secretary = await anOfficer(group, ["secretary"], { password });
    const treasurer = await anOfficer(group, ["treasurer"], { password });
    const member = await anOfficer(group, []);
    const stranger = await aPerson();
    const operator = await anOfficer(group, [], { isOperator: true });
    const elsewhere = await anOfficer(group, []);
    await inTransaction(async (tx) => {
      const id = `chair-elsewhere-${elsewhere.id}`;
      const row = { id, groupId: other.id, number: 50, name: "x", personId: elsewhere.id, joinedAt: MARKET_DAY };
      await tx.insert(members).values(row);
      await tx.insert(offices).values({ memberId: id, role: "treasurer", since: MARKET_DAY });
    });
    const tries = async (helper: typeof chair, personId: string, groupId = group.id) => {
      const ctx = testContext({ actor: helper.actor });
      const answer = await issueResetCode(ctx, { personId, groupId, ownPassword: password });
      return answer.ok ? "helped" : answer.reason;
    };
    expect(await tries(chair, member.id)).toBe("helped");
    expect(await tries(chair, treasurer.id)).toBe("helped");
    expect(await tries(secretary, member.id)).toBe("helped");
    for (const person of [treasurer, chair]) expect(await tries(secretary, person.id)).toBe("reset-not-yours");
    for (const person of [stranger, operator, elsewhere, chair])
      expect(await tries(chair, person.id)).toBe("reset-not-yours");
    await expect(tries(treasurer, member.id)).rejects.toThrow(NotAllowed);
    await expect(tries(chair, elsewhere.id, other.id)).rejects.toThrow(NotAllowed);
    await expect(
      issueResetCode(testContext({ actor: chair.actor }), {
        personId: member.id,
        groupId: null,
        ownPassword: password,
      }),
    ).rejects.toThrow(NotAllowed);
  });

  it("stops guessing the officer's password", async () => {
    const { ctx, person } = await issued();
    const reasons = [];
    for (let time = 0; time < 6; time++) {
      const answer = await issueResetCode(ctx, { personId: person.id, groupId: null, ownPassword: "tebak" });
      reasons.push(answer.ok ? "issued" : answer.reason);
    }
    expect(reasons).toEqual([...Array(5).fill("own-password-wrong"), "too-many-tries"]);
  });
});

describe("reset-password", () => {
  it("takes the code once, signs in and ends every other session", async () => {
    const { person, contact, code } = await issued();
    const before = await aSession(person.id);
    const ctx = testContext();
    const answer = await resetPassword(ctx, { contact, code, newPassword: NEW, arrival });
    if (!answer.ok) throw new Error(answer.reason);
    expect(await findSession(before.tokenHash, ctx.now)).toBeUndefined();
    expect(await findSession(ctx.secrets.hash("session", answer.token), ctx.now)).toMatchObject({
      actor: { personId: person.id },
    });
    expect(await signIn(ctx, { contact, password: OLD, arrival })).toMatchObject({ reason: "sign-in-wrong" });
    expect(await signIn(ctx, { contact, password: NEW, arrival })).toMatchObject({ ok: true });
    const again = await resetPassword(ctx, { contact, code, newPassword: "kali kedua ya", arrival });
    expect(again).toMatchObject({ reason: "reset-wrong" });
  });

  it("lets one of two win who use a code at the same moment", async () => {
    const { contact, code } = await issued();
    const ctx = testContext();
    const both = await Promise.all(
      [NEW, "yang satu lagi"].map((newPassword) => resetPassword(ctx, { contact, code, newPassword, arrival })),
    );
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(both.find((answer) => !answer.ok)).toMatchObject({ reason: "reset-wrong" });
  });

  it("refuses a code that is a day old, replaced, or somebody else's", async () => {
    const { ctx: byOperator, person, contact, code } = await issued();
    const tries = (over: object, hours = 0) =>
      resetPassword(testContext({ now: new Date(MARKET_DAY.getTime() + hours * 3_600_000) }), {
        contact,
        code,
        newPassword: NEW,
        arrival,
        ...over,
      });
    expect(await tries({}, 24)).toMatchObject({ reason: "reset-wrong" });
    const someone = aPhone();
    await aPerson(someone);
    expect(await tries({ contact: someone })).toMatchObject({ reason: "reset-wrong" });
    const newer = await issueResetCode(byOperator, {
      personId: person.id,
      groupId: null,
      ownPassword: "kata pengelola",
    });
    expect(await tries({})).toMatchObject({ reason: "reset-wrong" });
    expect(await tries({ code: newer.ok ? newer.code : "" })).toMatchObject({ ok: true });
  });

  it("keeps the code when the new password is refused, and wants patience after five tries", async () => {
    const { contact, code } = await issued();
    const ctx = testContext();
    const tries = (over: object) => resetPassword(ctx, { contact, code, newPassword: NEW, arrival, ...over });
    expect(await tries({ newPassword: "bismillah" })).toMatchObject({ reason: "password-common" });
    expect(await tries({ newPassword: `aku ${contact.phone.slice(3)}` })).toMatchObject({ reason: "password-yours" });
    for (let time = 0; time < 3; time++)
      expect(await tries({ code: "SALAHSALAHSALAH" })).toMatchObject({ reason: "reset-wrong" });
    expect(await tries({})).toMatchObject({ reason: "too-many-tries" });
  });
});

describe("change-password", () => {
  it("wants the old one, keeps this session and ends the others, and an open reset code", async () => {
    const { person, contact, code } = await issued();
    const here = await aSession(person.id);
    const there = await aSession(person.id);
    const ctx = testContext({ actor: person.actor });
    const tries = (over: object) =>
      changePassword(ctx, { oldPassword: OLD, newPassword: NEW, currentTokenHash: here.tokenHash, ...over });
    expect(await tries({ oldPassword: "bukan" })).toMatchObject({ reason: "own-password-wrong" });
    expect(await tries({ newPassword: "12345678" })).toMatchObject({ fields: { newPassword: "password-common" } });
    expect(await tries({})).toEqual({ ok: true });
    expect(await findSession(here.tokenHash, ctx.now)).toBeDefined();
    expect(await findSession(there.tokenHash, ctx.now)).toBeUndefined();
    expect(await resetPassword(ctx, { contact, code, newPassword: "mau masuk lagi", arrival })).toMatchObject({
      reason: "reset-wrong",
    });
  });
});

describe("edit-account", () => {
  it("changes name and language freely, what one signs in with only by the password", async () => {
    const contact = aPhone();
    const person = await aPerson({ ...contact, password: OLD });
    const ctx = testContext({ actor: person.actor });
    const details = { name: "Zaleha binti Umar", ...contact, locale: "en" as const, password: "" };
    expect(await editAccount(ctx, details)).toEqual({ ok: true });
    expect(await editAccount(ctx, { ...details, email: "z@contoh.id" })).toMatchObject({
      reason: "own-password-wrong",
    });
    expect(await editAccount(ctx, { ...details, email: "z@contoh.id", password: OLD })).toEqual({ ok: true });
    expect(await findOwnDetails(person.actor)).toEqual({
      name: "Zaleha binti Umar",
      phone: contact.phone,
      email: "z@contoh.id",
      locale: "en",
    });
    expect(await editAccount(ctx, { ...details, phone: null, email: null })).toMatchObject({
      reason: "contact-missing",
    });
    const taken = aPhone();
    await aPerson(taken);
    expect(await editAccount(ctx, { ...details, ...taken, password: OLD })).toEqual({
      ok: false,
      reason: "contact-taken",
      fields: { phone: "contact-taken" },
    });
  });
});

describe("end-session", () => {
  it("ends one's own sessions, one or all others, and nobody else's", async () => {
    const person = await aPerson();
    const stranger = await aPerson();
    const [here, second, third] = [await aSession(person.id), await aSession(person.id), await aSession(person.id)];
    const foreign = await aSession(stranger.id);
    const ctx = testContext({ actor: person.actor });
    const end = (which: { handle: string } | "others") => endSession(ctx, { which, currentTokenHash: here.tokenHash });
    expect(await end({ handle: foreign.handle })).toMatchObject({ reason: "session-gone" });
    expect(await end({ handle: second.handle })).toEqual({ ok: true });
    expect((await listOwnSessions(person.actor, ctx.now)).map((session) => session.handle).sort()).toEqual(
      [here.handle, third.handle].sort(),
    );
    expect(await end("others")).toEqual({ ok: true });
    expect((await listOwnSessions(person.actor, ctx.now)).map((session) => session.handle)).toEqual([here.handle]);
    expect(await findSession(foreign.tokenHash, ctx.now)).toBeDefined();
  });
});

describe("the operator's search for people", () => {
  it("finds by phone as typed, e-mail, or a part of the name taken literally", async () => {
    const operator = await aPerson({ isOperator: true });
    const found = await aPerson({ name: "Hj. Rosmah 100%", phone: "+6281355512345", email: "rosmah@contoh.id" });
    for (const query of ["0813-5551-2345", "ROSMAH@contoh.id", "rosm", "100%"])
      expect((await searchPeople(operator.actor, query)).map((person) => person.id)).toEqual([found.id]);
    expect(await searchPeople(operator.actor, "h_. ros")).toEqual([]);
    await expect(searchPeople(found.actor, "rosm")).rejects.toThrow(NotAllowed);
  });
});
