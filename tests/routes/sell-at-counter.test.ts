import { beforeEach, describe, expect, it } from "vitest";
import { action, loader } from "#app/routes/sell/sell-at-counter.tsx";
import type { Context } from "#app/usecases/context.ts";
import { listCounterSales } from "#db/read/counter.ts";
import { as, testContext } from "#tests/world/context.ts";
import { aCounter } from "#tests/world/counter.ts";
import { opening } from "#tests/world/doors.ts";
import { stockOf } from "#tests/world/lots.ts";
import { aNetwork } from "#tests/world/orders.ts";
import { aPerson } from "#tests/world/people.ts";

beforeEach(async () => {
  await aNetwork();
});

type Stall = Awaited<ReturnType<typeof aCounter>>;
type Shown = {
  errors: Record<string, string>;
  values: Record<string, string[]>;
  sum?: { total: number; formKey: string; lines: { seen: string }[] };
};

function at({ group }: Stall, { ctx, search = "" }: { ctx: Context; search?: string }) {
  return opening({ path: `/desk/${group.slug}/counter${search}`, params: { group: group.slug }, ctx });
}

/** What the page answers to a form: where it leads, or what it shows again. */
async function send(stall: Stall, fields: [string, string][], search = "") {
  const args = at(stall, { ctx: stall.officer, search });
  const request = new Request(args.request.url, { method: "POST", body: new URLSearchParams(fields) });
  const answer = await action({ ...args, request });
  const shown: Shown = answer.headers.get("location") ? { errors: {}, values: {} } : await answer.json();
  return { status: answer.status, location: answer.headers.get("location"), shown };
}

/** The goods with so much typed beside them, gone on to the sum. */
async function review(stall: Stall, quantity: string) {
  const { variant } = stall;
  return send(stall, [
    ["intent", "review"],
    ["variantId", variant.id],
    ["quantity", quantity],
  ]);
}

function saleOf({ variant }: Stall, { sum }: Shown, over: [string, string][]): [string, string][] {
  return [
    ["intent", "sell"],
    ["variantId", variant.id],
    ["quantity", "10"],
    ["formKey", sum?.formKey ?? ""],
    ["seen", sum?.lines[0]?.seen ?? ""],
    ...over,
  ];
}

describe("the counter's page", () => {
  it("goes from the goods to the sum, and sells all there is once, however often the button is pressed", async () => {
    const stall = await aCounter();
    const { shown } = await review(stall, "10");
    expect(shown.sum?.total).toBe(620_000);
    const form = saleOf(stall, shown, [["method", "cash"]]);
    const [first, again] = [await send(stall, form), await send(stall, form)];
    expect(first.status).toBe(303);
    expect(again).toEqual(first);
    expect((await stockOf(stall.variant.id)).stockMilli).toBe(0);
    const page = await loader(at(stall, { ctx: stall.officer, search: `?${first.location?.split("?")[1]}` }));
    expect(page.sale).toMatchObject({ stand: "done", total: 620_000, paidBy: "cash", buyerName: "Pembeli di lapak" });
  });

  it("says at the goods what is wrong with them, and keeps what was typed", async () => {
    const stall = await aCounter();
    expect((await review(stall, "")).shown.errors).toEqual({ form: "counter-empty" });
    const { status, shown } = await review(stall, "11");
    expect(status).toBe(422);
    expect(shown.errors).toEqual({ [`quantity-${stall.variant.id}`]: "not-enough-stock" });
    expect(shown.values.quantity).toEqual(["11"]);
  });

  it("shows the sum again when too little money was given, with the same form's key", async () => {
    const stall = await aCounter();
    const { shown } = await review(stall, "1");
    const over: [string, string][] = [
      ["method", "cash"],
      ["cashGiven", "50.000"],
    ];
    const refused = await send(stall, saleOf(stall, shown, over));
    expect(refused.status).toBe(409);
    expect(refused.shown.errors).toEqual({ cashGiven: "cash-too-little" });
    expect(refused.shown.values.cashGiven).toEqual(["50.000"]);
    expect(refused.shown.sum).toEqual(shown.sum);
  });

  it("settles a QRIS sale by its own buttons", async () => {
    const stall = await aCounter();
    const { shown } = await review(stall, "1");
    const { location } = await send(stall, saleOf(stall, shown, [["method", "qris"]]));
    const search = `?${location?.split("?")[1]}`;
    const cash: [string, string][] = [
      ["intent", "cash"],
      ["cashGiven", "70.000"],
    ];
    expect(await send(stall, cash, search)).toMatchObject({ status: 303, location });
    const page = await loader(at(stall, { ctx: stall.officer, search }));
    expect(page.sale).toMatchObject({ stand: "done", paidBy: "cash", cashGiven: 70_000 });
    expect((await send(stall, [["intent", "cancel"]], search)).shown.errors).toEqual({ form: "counter-sale-over" });
  });

  it("is not there for people outside the group, nor with another group's sale", async () => {
    const [stall, other] = [await aCounter(), await aCounter()];
    const outsider = as(testContext(), (await aPerson()).actor);
    await expect(loader(at(stall, { ctx: outsider }))).rejects.toMatchObject({ status: 404 });
    const { shown } = await review(stall, "1");
    await send(stall, saleOf(stall, shown, [["method", "cash"]]));
    const [sale] = await listCounterSales(stall.officer.actor, { groupId: stall.group.id, limit: 1 });
    const search = `?sale=${sale?.number}`;
    await expect(loader(at(other, { ctx: other.officer, search }))).rejects.toMatchObject({ status: 404 });
  });
});
