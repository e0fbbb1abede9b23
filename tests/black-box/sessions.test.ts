import { randomInt } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuiltServer, startBuiltServer } from "#tests/world/built-server.ts";
import { sendRaw } from "#tests/world/raw-request.ts";
import { type SmallMarket, serveSmallMarket, visitorAs } from "#tests/world/small-market.ts";
import { type Answer, openVisitor, signIn, type Visitor } from "#tests/world/visitor.ts";

const COOKIE = "lumbung_session";
const password = "perahu-kecil-berlayar";
let server: BuiltServer;
let market: SmallMarket;

beforeAll(async () => {
  ({ market, server } = await serveSmallMarket());
});

afterAll(() => server.stop());

async function aNewcomer(): Promise<{ visitor: Visitor; phone: string; answer: Answer }> {
  const visitor = openVisitor(server.origin);
  const phone = `0812${String(randomInt(10 ** 8)).padStart(8, "7")}`;
  const answer = await visitor.post("/sign-up", Object.entries({ name: "Suharti", contact: phone, password }));
  expect(answer.status).toBe(302);
  return { visitor, phone, answer };
}

/** The same browser, as a thief of its cookie would have it. */
function copyOf(visitor: Visitor): Visitor {
  const copy = openVisitor(server.origin);
  for (const [name, value] of visitor.cookies) copy.cookies.set(name, value);
  return copy;
}

const isAlive = async (visitor: Visitor): Promise<boolean> => (await visitor.ask("/account")).status === 200;

describe("a session", () => {
  it("has a new id at every sign-in, and the one before ends", async () => {
    const { visitor, phone } = await aNewcomer();
    const before = copyOf(visitor);
    expect(await isAlive(before)).toBe(true);
    await signIn(visitor, { phone, password });
    expect(visitor.cookies.get(COOKIE)).not.toBe(before.cookies.get(COOKIE));
    expect([await isAlive(visitor), await isAlive(before)]).toEqual([true, false]);
  });

  it("takes no id that the browser chose", async () => {
    const { phone } = await aNewcomer();
    const visitor = openVisitor(server.origin);
    visitor.cookies.set(COOKIE, "ImNob3Nlbi1ieS1zb21lYm9keS1lbHNlLTAxMjM0NTY3ODki");
    await signIn(visitor, { phone, password });
    expect(visitor.cookies.get(COOKIE)).not.toContain("ImNob3Nlbi1ieS1z");
  });

  it("is dead at the next request after signing out", async () => {
    const { visitor } = await aNewcomer();
    const copy = copyOf(visitor);
    await visitor.post("/sign-out", []);
    expect(await isAlive(copy)).toBe(false);
  });

  it("is dead on every other device after a new password", async () => {
    const { visitor, phone } = await aNewcomer();
    const other = openVisitor(server.origin);
    await signIn(other, { phone, password });
    const fields = { oldPassword: password, newPassword: `${password}-lagi` };
    expect((await visitor.post("/account/password", Object.entries(fields))).status).toBe(302);
    expect([await isAlive(visitor), await isAlive(other)]).toEqual([true, false]);
  });

  it("loses an office, and the whole account, at the next request", async () => {
    const operator = await visitorAs(market, "operator", server.origin);
    const member = await visitorAs(market, "member", server.origin);
    const desk = `/desk/${market.group.slug}`;
    const here = `${desk}/members/${market.member.number}/offices`;
    await operator.post(here, [["offices", "secretary"]]);
    expect((await member.ask(`${desk}/page`)).status).toBe(200);
    await operator.post(here, []);
    expect((await member.ask(`${desk}/page`)).status).toBe(403);
    await operator.post(`/operate/people/${market.people.member}/suspend`, [["suspend", "yes"]]);
    expect(await isAlive(member)).toBe(false);
  });

  it("lives in a cookie that scripts, other sites and plain connections do not get", async () => {
    const { answer } = await aNewcomer();
    const line = answer.headers.getSetCookie().find((each) => each.startsWith(`${COOKIE}=`)) ?? "";
    expect(line).toMatch(/; HttpOnly/);
    expect(line).toMatch(/; SameSite=Lax/);
    expect(line).toMatch(/; Path=\//);
  });
});

describe("too many tries", () => {
  it("wait from the sixth on, whatever address they say they come from, and are told nothing", async () => {
    const { phone } = await aNewcomer();
    for (const contact of [phone, "081277770000"]) {
      const seen: number[] = [];
      for (let n = 0; n < 7; n++) {
        const from = { "X-Forwarded-For": `10.0.0.${n}`, Forwarded: `for=10.0.0.${n}` };
        const fields = { contact, password: `salah-sekali-${n}` };
        seen.push((await openVisitor(server.origin).post("/sign-in", Object.entries(fields), from)).status);
      }
      expect(seen).toEqual([422, 422, 422, 422, 422, 429, 429]);
    }
  });
});

it("marks its cookies for https alone when the site is there", async () => {
  const secure = await startBuiltServer({
    environment: { LOG_LEVEL: "silent", APP_ORIGIN: "https://pasar.example.id" },
  });
  try {
    const body = new URLSearchParams({ name: "Suharti", contact: "081266554433", password }).toString();
    const head = [
      ...["POST /sign-up HTTP/1.1", "Host: pasar.example.id", "Origin: https://pasar.example.id", "Connection: close"],
      ...["Content-Type: application/x-www-form-urlencoded", `Content-Length: ${body.length}`],
    ];
    const answer = await sendRaw(secure.port, `${head.join("\r\n")}\r\n\r\n${body}`);
    expect(answer).toMatch(
      /set-cookie: __Host-lumbung_session=[^;]+;(?=[^\r]*Secure)(?=[^\r]*HttpOnly)[^\r]*SameSite=Lax/i,
    );
    expect(answer).toMatch(/strict-transport-security: max-age=31536000/i);
  } finally {
    await secure.stop();
  }
});
