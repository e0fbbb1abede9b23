import { add, negate, type Rupiah, subtract, sum, ZERO } from "#app/domain/money.ts";
import { may, permit } from "#app/domain/permissions.ts";
import { lostFee, type PlannedLine, planRefund, type RefundPlan } from "#app/domain/refund.ts";
import { RefundAsk, readRefundWay, readRefundWish } from "#app/domain/refund-form.ts";
import type { FieldErrors } from "#app/domain/result.ts";
import { type Door, notFound } from "#app/web/door.server.ts";
import { errorsOf, type FormState } from "#app/web/form.server.ts";
import { balanceOf } from "#db/read/ledger.ts";
import { findRefundAmount, gatherRefund, heldFor, listGroupsOfNumber, type RefundBasis } from "#db/read/refunds.ts";

/** Where somebody who may give money of this order back comes from and goes to; the door is closed to everybody else. */
export async function openRefund({ ctx, param }: Door): Promise<{ back: string; isOperator: boolean }> {
  const groups = await listGroupsOfNumber(param("number"));
  permit(ctx.actor, "refund-order", { groupIds: groups.map((group) => group.id) });
  const isOperator = may(ctx.actor, "see-operations");
  const own = groups.find((group) => may(ctx.actor, "refund-order", { groupId: group.id }));
  return { isOperator, back: isOperator || !own ? "/operate/refunds" : `/desk/${own.slug}/consignments` };
}

async function gather({ ctx, param }: Door) {
  const basis = await gatherRefund(param("number"));
  if (!basis) throw notFound();
  return { basis, held: heldFor(ctx.actor, basis) };
}

type Opened = Awaited<ReturnType<typeof gather>>;

/** All that the page shows: what could go back, what was asked, and who would give it. */
export async function refundPage(entered: Door) {
  const { ctx, url } = entered;
  const { back, isOperator } = await openRefund(entered);
  const opened = await gather(entered);
  const { basis, held } = opened;
  const { ask, values } = readAsk(url.searchParams);
  const isAsked = url.searchParams.has("what");
  const preview = isAsked || basis.isLate ? await previewOf(opened, ask) : null;
  return {
    number: basis.order.number,
    buyerName: basis.order.buyerName,
    isLate: basis.isLate,
    creditUsed: basis.isLate ? ZERO : basis.order.creditUsed,
    isOperator,
    back,
    lines: held.lines.map(({ orderLineId, name, unit, groupName, quantityMilli, value, isEarned }) => ({
      ...{ id: orderLineId, name, unit, groupName, quantityMilli, value, isEarned },
    })),
    shipping: sum(held.shipping.map((part) => part.amount)),
    ways: [
      ...(basis.isByCard ? [{ value: "provider", box: null }] : []),
      { value: "transfer", box: null },
      ...(basis.order.buyerId ? [{ value: "credit", box: null }] : []),
      ...basis.groups
        .filter((group) => held.boxGroupIds.includes(group.id))
        .map((group) => ({ value: `cash:${group.id}`, box: group.name })),
    ],
    state: isAsked ? ({ errors: preview?.errors ?? {}, values } satisfies FormState) : undefined,
    ask,
    plan: preview?.plan ?? null,
    formKey: ctx.secrets.token(),
  };
}

/** What the question in the address says; what cannot be read is asked again. */
function readAsk(query: URLSearchParams) {
  const values: FormState["values"] = Object.fromEntries(
    Object.keys(RefundAsk.shape).map((name) => [name, query.getAll(name)]),
  );
  const lists = ["line", "quantity", "value"];
  const raw = Object.fromEntries(
    Object.entries(values).map(([name, found]) => [name, lists.includes(name) ? found : found[0]]),
  );
  const read = RefundAsk.safeParse(raw);
  return {
    ask: read.success ? read.data : RefundAsk.parse({}),
    values,
    errors: read.success ? {} : errorsOf(read.error),
  };
}

async function previewOf(
  { basis, held }: Opened,
  ask: RefundAsk,
): Promise<{ errors: FieldErrors; plan: Preview | null }> {
  if (!readRefundWay(ask.way)) return { errors: { way: "refund-way-not-open" }, plan: null };
  if (basis.isLate) return { errors: {}, plan: { ...EMPTY, amount: basis.latePaid } };
  const read = readRefundWish(held.lines, ask);
  if (!read.ok) return { errors: read.fields, plan: null };
  const plan = planRefund(held, read.wish);
  if (typeof plan === "string") return { errors: { form: plan }, plan: null };
  return { errors: {}, plan: await previewOfPlan(basis, plan) };
}

const EMPTY = { parties: [], shipping: ZERO, rest: ZERO, fees: [], isDelivered: false, goesToStock: false };

type Preview = {
  amount: Rupiah;
  /** Who gives it back. */
  parties: Giver[];
  shipping: Rupiah;
  /** What was owed before: a unique addition, mostly. */
  rest: Rupiah;
  fees: { groupName: string; bearer: "network" | "fund" | "members"; fee: Rupiah }[];
  isDelivered: boolean;
  goesToStock: boolean;
};
type Giver = { key: string; party: PlannedLine["shares"][number]["party"]; name: string; amount: Rupiah; debt: Rupiah };

async function previewOfPlan(basis: RefundBasis, plan: RefundPlan): Promise<Preview> {
  const amount = plan.isEverything ? await findRefundAmount(basis) : plan.total;
  return {
    amount,
    parties: await giversOf(basis, plan.lines),
    shipping: plan.shippingTotal,
    rest: subtract(amount, plan.total),
    fees: basis.groups.flatMap(({ id, name, feeBearer }) => {
      const fee = lostFee(plan.lines.filter((line) => line.groupId === id));
      return fee > 0 ? [{ groupName: name, bearer: feeBearer, fee }] : [];
    }),
    isDelivered: plan.lines.some((line) => line.isEarned),
    goesToStock: plan.lines.some((line) => !line.isEarned && line.quantityMilli > 0),
  };
}

async function giversOf(basis: RefundBasis, lines: readonly PlannedLine[]): Promise<Giver[]> {
  const names = new Map(
    basis.lines.flatMap((line) => line.shares.map((share) => [share.memberId, share.memberName ?? ""])),
  );
  const found = new Map<string, Giver & { earned: Rupiah }>();
  for (const { groupId, groupName, isEarned, shares } of lines.map((line) => ({
    ...line,
    groupName: nameOf(basis, line),
  })))
    for (const { party, memberId, amount } of shares) {
      const isNetwork = party === "network-fee" || party === "provider-fee";
      const key = memberId ?? (isNetwork ? party : `${party} ${groupId}`);
      const known = found.get(key);
      const name = memberId ? (names.get(memberId) ?? "") : isNetwork ? "" : groupName;
      found.set(key, {
        ...{ key, party, name, debt: ZERO },
        amount: add(known?.amount ?? ZERO, amount),
        earned: add(known?.earned ?? ZERO, isEarned ? amount : ZERO),
      });
    }
  const givers: Giver[] = [];
  for (const { earned, ...giver } of found.values()) {
    const owed = giver.party === "member" ? negate(await balanceOf(`member-payable:member:${giver.key}`)) : ZERO;
    const isDebt = giver.party === "member" && earned > 0 && owed < earned;
    givers.push({ ...giver, debt: isDebt ? subtract(earned, owed) : ZERO });
  }
  return givers;
}

function nameOf(basis: RefundBasis, line: PlannedLine): string {
  return basis.groups.find((group) => group.id === line.groupId)?.name ?? "";
}
