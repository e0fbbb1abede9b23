import { afterAll, beforeAll, expect, it } from "vitest";
import { type BuiltServer, startBuiltServer } from "#tests/world/built-server.ts";
import { aNetwork, aStall } from "#tests/world/orders.ts";

let server: BuiltServer;

beforeAll(async () => {
  server = await startBuiltServer({ environment: { LOG_LEVEL: "warn" } });
});

afterAll(() => server.stop());

/** A browser without JavaScript: keeps cookies, follows nothing by itself. */
function aBrowser() {
  const jar = new Map<string, string>();
  const send = async (path: string, form?: [string, string][]) => {
    const answer = await fetch(server.origin + path, {
      redirect: "manual",
      method: form ? "POST" : "GET",
      headers: {
        origin: server.origin,
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
      },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    return { status: answer.status, location: answer.headers.get("location") ?? "", body: await answer.text() };
  };
  return { jar, send };
}

/** The hidden fields of a page's form, by name. */
function hidden(body: string, name: string): string[] {
  return [...body.matchAll(new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`, "g"))].map(
    ([, value = ""]) => value,
  );
}

it("a guest fills a basket, orders, and follows the order, which nobody else can open without number and phone", async () => {
  await aNetwork();
  const { variant } = await aStall({ name: "Dodol rumput laut", variants: [{ stockMilli: 3000 }] });
  const guest = aBrowser();
  const tooMany = await guest.send("/basket", [
    ["variantId", variant.id],
    ["quantity", "4"],
    ["intent", "add"],
  ]);
  expect(tooMany.status).toBe(409);
  expect(tooMany.body).toContain("tinggal 3");
  const added = await guest.send("/basket", [
    ["variantId", variant.id],
    ["quantity", "2"],
    ["intent", "add"],
  ]);
  expect(added).toMatchObject({ status: 303, location: "/basket" });
  expect((await guest.send("/basket")).body).toContain("Dodol rumput laut");

  const checkout = await guest.send("/checkout");
  const form: [string, string][] = [
    ["formKey", hidden(checkout.body, "formKey")[0] ?? ""],
    ...hidden(checkout.body, "seen").map((line): [string, string] => ["seen", line]),
    ["buyerName", "Encik Rahman"],
    ["buyerPhone", "0812 3456 7890"],
    ["delivery", /value="(fetch:[^"]*)"/.exec(checkout.body)?.[1] ?? ""],
    ["method", "transfer"],
    ["savingAs", "refund"],
    ["note", "Tolong dibungkus <b>rapi</b>"],
  ];
  const missing = await guest.send("/checkout", [...form.filter(([name]) => name !== "buyerPhone"), ["step", "place"]]);
  expect(missing.status).toBe(422);
  expect(missing.body).toContain("Encik Rahman");
  const placed = await guest.send("/checkout", [...form, ["step", "place"]]);
  expect(placed.status).toBe(303);
  const again = await guest.send("/checkout", [...form, ["step", "place"]]);
  expect(again.location).toBe(placed.location);

  const [path, number = ""] = /^\/orders\/(LB-\d{6}-\w{4})/.exec(placed.location) ?? [];
  const order = await guest.send(path ?? "");
  expect(order.status).toBe(200);
  expect(order.body).toContain("Tolong dibungkus &lt;b&gt;rapi&lt;/b&gt;");
  expect((await guest.send("/basket")).body).toContain("masih kosong");

  const stranger = aBrowser();
  expect((await stranger.send(`/orders/${number}`)).status).toBe(404);
  expect((await stranger.send(`/orders/${number}/cancel`, [])).status).toBe(404);
  stranger.jar.set("lumbung_orders", Buffer.from(JSON.stringify([number])).toString("base64"));
  expect((await stranger.send(`/orders/${number}`)).status).toBe(404);
  const wrong = await stranger.send("/track", [
    ["number", number],
    ["phone", "081200000000"],
  ]);
  expect(wrong.status).toBe(404);
  expect(wrong.body).toContain("tidak cocok");
  const right = await stranger.send("/track", [
    ["number", number.toLowerCase()],
    ["phone", "+62 812-3456-7890"],
  ]);
  expect(right).toMatchObject({ status: 303, location: `/orders/${number}` });
  expect((await stranger.send(`/orders/${number}`)).status).toBe(200);
  expect((await stranger.send(`/orders/${number}/cancel`, [])).status).toBe(303);
  expect((await guest.send(`/orders/${number}`)).body).toContain("Dibatalkan");
});
