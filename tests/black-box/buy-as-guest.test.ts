import { afterAll, beforeAll, expect, it } from "vitest";
import { type BuiltServer, startBuiltServer } from "#tests/world/built-server.ts";
import { aNetwork, aStall } from "#tests/world/orders.ts";
import { openVisitor } from "#tests/world/visitor.ts";

let server: BuiltServer;

beforeAll(async () => {
  server = await startBuiltServer({ environment: { LOG_LEVEL: "warn" } });
});

afterAll(() => server.stop());

/** The hidden fields of a page's form, by name. */
function hidden(text: string, name: string): string[] {
  return [...text.matchAll(new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`, "g"))].map(
    ([, value = ""]) => value,
  );
}

it("a guest fills a basket, orders, and follows the order, which nobody else can open without number and phone", async () => {
  await aNetwork();
  const { variant } = await aStall({ name: "Dodol rumput laut", variants: [{ stockMilli: 3000 }] });
  const guest = openVisitor(server.origin);
  const tooMany = await guest.post("/basket", [
    ["variantId", variant.id],
    ["quantity", "4"],
    ["intent", "add"],
  ]);
  expect(tooMany.status).toBe(409);
  expect(tooMany.text).toContain("tinggal 3");
  const nonsense = await guest.post("/basket", [
    ["variantId", variant.id],
    ["quantity", "dua kodi"],
    ["intent", "add"],
  ]);
  expect(nonsense.status).toBe(409);
  expect(nonsense.text).toContain('value="dua kodi"');
  const added = await guest.post("/basket", [
    ["variantId", variant.id],
    ["quantity", "2"],
    ["intent", "add"],
  ]);
  expect(added).toMatchObject({ status: 303, location: "/basket" });
  expect((await guest.ask("/basket")).text).toContain("Dodol rumput laut");

  const checkout = await guest.ask("/checkout");
  const form: [string, string][] = [
    ["formKey", hidden(checkout.text, "formKey")[0] ?? ""],
    ...hidden(checkout.text, "seen").map((line): [string, string] => ["seen", line]),
    ["buyerName", "Encik Rahman"],
    ["buyerPhone", "0812 3456 7890"],
    ["delivery", /value="(fetch:[^"]*)"/.exec(checkout.text)?.[1] ?? ""],
    ["method", "transfer"],
    ["savingAs", "refund"],
    ["note", "Tolong dibungkus <b>rapi</b>"],
  ];
  const missing = await guest.post("/checkout", [...form.filter(([name]) => name !== "buyerPhone"), ["step", "place"]]);
  expect(missing.status).toBe(422);
  expect(missing.text).toContain("Encik Rahman");
  const placed = await guest.post("/checkout", [...form, ["step", "place"]]);
  expect(placed.status).toBe(303);
  const again = await guest.post("/checkout", [...form, ["step", "place"]]);
  expect(again.location).toBe(placed.location);

  const [path, number = ""] = /^\/orders\/(LB-\d{6}-\w{4})/.exec(placed.location ?? "") ?? [];
  const order = await guest.ask(path ?? "");
  expect(order.status).toBe(200);
  expect(order.text).toContain("Tolong dibungkus &lt;b&gt;rapi&lt;/b&gt;");
  expect((await guest.ask("/basket")).text).toContain("masih kosong");

  const stranger = openVisitor(server.origin);
  expect((await stranger.ask(`/orders/${number}`)).status).toBe(404);
  expect((await stranger.post(`/orders/${number}/cancel`, [])).status).toBe(404);
  stranger.cookies.set("lumbung_orders", Buffer.from(JSON.stringify([number])).toString("base64"));
  expect((await stranger.ask(`/orders/${number}`)).status).toBe(404);
  const wrong = await stranger.post("/track", [
    ["number", number],
    ["phone", "081200000000"],
  ]);
  expect(wrong.status).toBe(404);
  expect(wrong.text).toContain("tidak cocok");
  const right = await stranger.post("/track", [
    ["number", number.toLowerCase()],
    ["phone", "+62 812-3456-7890"],
  ]);
  expect(right).toMatchObject({ status: 303, location: `/orders/${number}` });
  expect((await stranger.ask(`/orders/${number}`)).status).toBe(200);
  expect((await stranger.post(`/orders/${number}/cancel`, [])).status).toBe(303);
  expect((await guest.ask(`/orders/${number}`)).text).toContain("Dibatalkan");
});
