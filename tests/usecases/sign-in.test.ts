import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import type { Arrival } from "#app/domain/session.ts";
import { resetPassword } from "#app/usecases/account/reset-password.ts";
import { signIn } from "#app/usecases/account/sign-in.ts";
import { signOut } from "#app/usecases/account/sign-out.ts";
import { signUp } from "#app/usecases/account/sign-up.ts";
import { touchSession } from "#app/usecases/account/touch-session.ts";
import { suspendPerson } from "#app/usecases/operate/suspend-person.ts";
import { findSession } from "#db/read/actors.ts";
import { countBasketLines } from "#db/read/baskets.ts";
import { baskets, people } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { MARKET_DAY, testContext } from "#tests/world/context.ts";
import { aPerson, aSession } from "#tests/world/people.ts";

const DAY = 86_400_000;
const later = (ms: number) => testContext({ now: new Date(MARKET_DAY.getTime() + ms) });
const arrival: Arrival = { address: "10.0.0.1", device: "Chrome, Android", previousTokenHash: null, basketId: null };
let phones = 0;
const aPhone = () => {
  phones += 1;
  return { phone: `+62812000${String(phones).padStart(4, "0")}`, email: null };
};
const hashOf = (token: string) => testContext().secrets.hash("session", token);
const PASSWORD = "perahu kayu biru";

describe("sign-up", () => {
  it("makes an account that is signed in, and keeps its password as a hash alone", async () => {
    const ctx = testContext();
    const contact = aPhone();
    const answer = await signUp(ctx, { name: "Zaleha", contact, password: PASSWORD, arrival });
    if (!answer.ok) throw new Error(answer.reason);
    const session = await findSession(hashOf(answer.token), ctx.now);
    expect(session?.actor).toMatchObject({ personId: answer.personId, name: "Zaleha", isOperator: false });
    expect(await signIn(ctx, { contact, password: PASSWORD, arrival })).toMatchObject({ ok: true });
  });

  it("tells a number that has an account to sign in, until the address asked too often", async () => {
    const ctx = testContext();
    const from = { ...arrival, address: "10.9.9.9" };
    const taken = aPhone();
    await aPerson(taken);
    const asked = [];
    for (let time = 0; time < 31; time++)
      asked.push(await signUp(ctx, { name: "Peniru", contact: taken, password: PASSWORD, arrival: from }));
    expect(asked[0]).toEqual({ ok: false, reason: "account-exists", fields: { contact: "account-exists" } });
    expect(asked[30]).toEqual({ ok: false, reason: "too-many-tries" });
  });

  it("makes one account of two sent at once", async () => {
    const ctx = testContext();
    const contact = aPhone();
    const both = await Promise.all(
      ["Ani", "Ina"].map((name) => signUp(ctx, { name, contact, password: PASSWORD, arrival })),
    );
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(both.find((answer) => !answer.ok)).toMatchObject({ reason: "account-exists" });
  });

  it("refuses what is tried first, and the person's own number", async () => {
    const ctx = testContext();
    const contact = { phone: "+6281277788899", email: null };
    const tried = (password: string) => signUp(ctx, { name: "Rohani Ismail", contact, password, arrival });
    expect(await tried("sayang123")).toMatchObject({ reason: "password-common" });
    expect(await tried("pendek")).toMatchObject({ reason: "password-short" });
    expect(await tried("0812-7778-8899")).toMatchObject({ reason: "password-yours" });
    expect(await tried("rohani di kampung")).toMatchObject({ reason: "password-yours" });
  });
});

describe("sign-in", () => {
  it("answers somebody unknown like a wrong password, after the same work", async () => {
    const ctx = testContext();
    const verify = vi.spyOn(ctx.passwords, "verify");
    const contact = aPhone();
    await aPerson({ ...contact, password: PASSWORD });
    const wrong = await signIn(ctx, { contact, password: "salah sekali", arrival });
    const unknown = await signIn(ctx, { contact: aPhone(), password: "salah sekali", arrival });
    const noPassword = aPhone();
    await aPerson(noPassword);
    const without = await signIn(ctx, { contact: noPassword, password: "salah sekali", arrival });
    expect(wrong).toEqual({ ok: false, reason: "sign-in-wrong" });
    expect([unknown, without]).toEqual([wrong, wrong]);
    expect(verify).toHaveBeenCalledTimes(3);
  });

  it("answers the sixth wrong password in a quarter of an hour with wait, unknown account or not, and lets the owner in after it", async () => {
    const known = aPhone();
    await aPerson({ ...known, password: PASSWORD });
    for (const contact of [known, aPhone()]) {
      const reasons = [];
      for (let time = 0; time < 8; time++) {
        const answer = await signIn(later(time * 60_000), { contact, password: "tebakan saja", arrival });
        reasons.push(answer.ok ? "in" : answer.reason);
      }
      expect(reasons).toEqual([...Array(5).fill("sign-in-wrong"), ...Array(3).fill("too-many-tries")]);
    }
    const owner = { contact: known, password: PASSWORD, arrival: { ...arrival, address: "10.0.0.2" } };
    expect(await signIn(later(14 * 60_000), owner)).toMatchObject({ reason: "too-many-tries" });
    expect(await signIn(later(15 * 60_000), owner)).toMatchObject({ ok: true });
  });

  it("counts thirty tries at once as thirty", async () => {
    const contact = aPhone();
    await aPerson({ ...contact, password: PASSWORD });
    const ctx = testContext();
    const verify = vi.spyOn(ctx.passwords, "verify");
    const tries = Array.from({ length: 30 }, () => signIn(ctx, { contact, password: "tebakan saja", arrival }));
    await Promise.all(tries);
    expect(verify).toHaveBeenCalledTimes(5);
  });

  it("forgets the wrong tries once the right password came", async () => {
    const ctx = testContext();
    const contact = aPhone();
    await aPerson({ ...contact, password: PASSWORD });
    for (let round = 0; round < 3; round++) {
      for (let time = 0; time < 4; time++) await signIn(ctx, { contact, password: "lupa lagi ya", arrival });
      expect(await signIn(ctx, { contact, password: PASSWORD, arrival })).toMatchObject({ ok: true });
    }
  });

  it("gives a new token each time, and ends the session this browser came with", async () => {
    const ctx = testContext();
    const contact = aPhone();
    const person = await aPerson({ ...contact, password: PASSWORD });
    const before = await aSession(person.id);
    const other = await aSession(person.id);
    const answer = await signIn(ctx, {
      contact,
      password: PASSWORD,
      arrival: { ...arrival, previousTokenHash: before.tokenHash },
    });
    if (!answer.ok) throw new Error(answer.reason);
    expect(answer.token).not.toBe(before.token);
    expect(await findSession(before.tokenHash, ctx.now)).toBeUndefined();
    expect(await findSession(other.tokenHash, ctx.now)).toBeDefined();
    expect(await findSession(hashOf(answer.token), ctx.now)).toBeDefined();
  });

  it("lets the guest's basket become the person's", async () => {
    const ctx = testContext();
    const contact = aPhone();
    const person = await aPerson({ ...contact, password: PASSWORD });
    const basketId = `guest-${person.id}`;
    await inTransaction((tx) =>
      tx.insert(baskets).values({ id: basketId, personId: null, createdAt: ctx.now, touchedAt: ctx.now }),
    );
    await signIn(ctx, { contact, password: PASSWORD, arrival: { ...arrival, basketId } });
    expect(await countBasketLines({ personId: person.id })).toBe(0);
    const left = await inTransaction((tx) => tx.select({ id: baskets.id }).from(baskets));
    expect(left.map((basket) => basket.id)).not.toContain(basketId);
  });

  it("is closed to a suspended person, whose sessions end at once", async () => {
    const operator = await aPerson({ isOperator: true });
    const contact = aPhone();
    const person = await aPerson({ ...contact, password: PASSWORD });
    const session = await aSession(person.id);
    const ctx = testContext({ actor: operator.actor });
    expect(await suspendPerson(ctx, { personId: person.id, suspend: true })).toEqual({ ok: true });
    expect(await suspendPerson(ctx, { personId: person.id, suspend: true })).toMatchObject({
      reason: "person-unchanged",
    });
    expect(await findSession(session.tokenHash, ctx.now)).toBeUndefined();
    expect(await signIn(testContext(), { contact, password: PASSWORD, arrival })).toMatchObject({
      reason: "account-suspended",
    });
    expect(await suspendPerson(ctx, { personId: operator.id, suspend: true })).toMatchObject({
      reason: "not-yourself",
    });
    await suspendPerson(ctx, { personId: person.id, suspend: false });
    expect(await signIn(testContext(), { contact, password: PASSWORD, arrival })).toMatchObject({ ok: true });
  });

  it("opens nothing when the password was changed while the old one was being checked", async () => {
    const contact = aPhone();
    const person = await aPerson({ ...contact, password: PASSWORD });
    const ctx = testContext();
    const slow = {
      ...ctx,
      passwords: {
        ...ctx.passwords,
        verify: async (hash: string, password: string) => {
          await inTransaction((tx) =>
            tx.update(people).set({ passwordHash: "plain:yang baru" }).where(eq(people.id, person.id)),
          );
          return ctx.passwords.verify(hash, password);
        },
      },
    };
    expect(await signIn(slow, { contact, password: PASSWORD, arrival })).toMatchObject({ reason: "sign-in-wrong" });
  });
});

describe("a session", () => {
  it("ends after 30 days unused, after 90 days anyway, and at sign-out", async () => {
    const person = await aPerson();
    const session = await aSession(person.id);
    const aliveAt = async (ms: number) =>
      (await findSession(session.tokenHash, new Date(MARKET_DAY.getTime() + ms))) !== undefined;
    expect(await aliveAt(29 * DAY)).toBe(true);
    expect(await aliveAt(30 * DAY)).toBe(false);
    for (const day of [25, 50, 75]) {
      const touched = await touchSession(
        { ...later(day * DAY), actor: person.actor },
        { tokenHash: session.tokenHash, seenAt: MARKET_DAY },
      );
      expect(touched).toEqual({ ok: true, touched: true });
    }
    expect(await aliveAt(89 * DAY)).toBe(true);
    expect(await aliveAt(90 * DAY)).toBe(false);
    await signOut(testContext({ actor: person.actor }), { tokenHash: session.tokenHash });
    expect(await aliveAt(76 * DAY)).toBe(false);
  });

  it("is written down as used at most hourly", async () => {
    const person = await aPerson();
    const session = await aSession(person.id);
    const soon = { ...later(59 * 60_000), actor: person.actor };
    expect(await touchSession(soon, session)).toEqual({ ok: true, touched: false });
  });

  it("cannot be opened by a reset code that was never issued", async () => {
    const contact = aPhone();
    await aPerson({ ...contact, password: PASSWORD });
    const tried = { code: "ABCDEFGHJKMNPQRS", newPassword: "sampan di laut", arrival };
    expect(await resetPassword(testContext(), { contact, ...tried })).toMatchObject({ reason: "reset-wrong" });
    expect(await resetPassword(testContext(), { contact: aPhone(), ...tried })).toMatchObject({
      reason: "reset-wrong",
    });
  });
});
