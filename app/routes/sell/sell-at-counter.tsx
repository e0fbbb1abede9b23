import { json, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { CounterGoodsForm, CounterIntent, CounterPayForm, CounterSaleForm, linesOfSeen } from "#app/domain/counter.ts";
import { may } from "#app/domain/permissions.ts";
import { translator } from "#app/i18n/translate.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { cancelAtCounter } from "#app/usecases/sell/cancel-at-counter.ts";
import { payAtCounter } from "#app/usecases/sell/pay-at-counter.ts";
import { sellAtCounter } from "#app/usecases/sell/sell-at-counter.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { type FormState, readForm } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findCounterSale, listCounterGoods, listCounterSales } from "#db/read/counter.ts";
import { findPayInfo } from "#db/read/payments.ts";
import { type CounterSum, reckon, reckonTyped, saleShown, standOf } from "./counter.server.ts";
import { CounterGoods } from "./counter-goods.tsx";
import { CounterSaleCard } from "./counter-sale.tsx";
import { CounterSales } from "./counter-sales.tsx";
import { CounterSumForm } from "./counter-sum.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "counter.title");

const LAST_SALES = 10;

export const loader = door(async (at) => {
  const group = await openGroup(at, "sell-at-counter");
  const { actor } = at.ctx;
  const number = at.url.searchParams.get("sale");
  const sale = number === null ? undefined : await findCounterSale(actor, { groupId: group.id, number });
  if (number !== null && !sale) throw notFound();
  const network = await findPayInfo();
  const sales = await listCounterSales(actor, { groupId: group.id, limit: LAST_SALES });
  return {
    ...{ slug: group.slug, name: group.name },
    sale: sale ? saleShown(at.ctx, { sale, groupId: group.id }) : null,
    goods: sale ? [] : await listCounterGoods(actor, group.id),
    qris: { isTaken: network?.takesQris ?? false, photoId: network?.qrisPhotoId ?? null, name: network?.name ?? "" },
    opens: may(actor, "see-books", { groupId: group.id }) ? group.slug : null,
    sales: sales.map(({ state, ...each }) => ({ ...each, stand: standOf(state) })),
  };
});

/** What the page shows again: the sum, or without one the goods. */
type Answer = FormState & { sum?: CounterSum & { formKey: string } };

function shown(answer: Answer, status = 200) {
  return json(answer, { status });
}

export const action = door(async (at) => {
  const group = await openGroup(at, "sell-at-counter");
  const asked = await readForm(at.request.clone(), CounterIntent);
  if (!asked.ok) return shown(asked.state, asked.status);
  const { intent } = asked.value;
  if (intent === "sell") return sell(at, group);
  if (intent === "qris" || intent === "cash" || intent === "cancel") return settle(at, group);
  const form = await readForm(at.request, CounterGoodsForm);
  if (!form.ok) return shown(form.state, form.status);
  const typed = { errors: {}, values: form.values };
  if (intent !== "review") return shown(typed);
  const reckoned = await reckonTyped(at.ctx, { groupId: group.id, typed: form.value });
  if (!reckoned.ok) return shown({ ...typed, errors: reckoned.fields }, 422);
  return shown({ ...typed, sum: { ...reckoned.sum, formKey: at.ctx.secrets.token() } });
});

type Group = { id: string; slug: string };

async function sell({ ctx, request }: Door, { id: groupId, slug }: Group) {
  const form = await readForm(request, CounterSaleForm);
  const lines = linesOfSeen(form.ok ? form.value.seen : (form.state.values.seen ?? []));
  if (!lines) return shown({ errors: { form: "form-broken" }, values: {} }, 400);
  const values = form.ok ? form.values : form.state.values;
  const formKey = values.formKey?.[0] ?? "";
  const again = async (errors: FormState["errors"], status: number) => {
    const reckoned = await reckon({ groupId, wanted: lines, now: ctx.now });
    if (!reckoned.ok) return shown({ values, errors: reckoned.fields }, status);
    return shown({ values, errors, sum: { ...reckoned.sum, formKey } }, status);
  };
  if (!form.ok) return again(form.state.errors, form.status);
  const { method, cashGiven, buyerName, buyerPhone, seen } = form.value;
  const buyer = buyerName || translator(ctx.locale)("counter.buyer.nobody");
  const sale = { groupId, formKey, lines, seen, method, cashGiven, buyerName: buyer, buyerPhone };
  const answer = await sellAtCounter(ctx, sale);
  if (answer.ok) return redirect(`/desk/${slug}/counter?sale=${answer.number}`, 303);
  return again(answer.fields ?? { form: answer.reason }, 409);
}

async function settle({ ctx, request, url }: Door, { id: groupId, slug }: Group) {
  const form = await readForm(request, CounterPayForm);
  if (!form.ok) return shown(form.state, form.status);
  const { intent, cashGiven } = form.value;
  const number = url.searchParams.get("sale") ?? "";
  const answer =
    intent === "cancel"
      ? await cancelAtCounter(ctx, { groupId, number })
      : await payAtCounter(ctx, { groupId, number, by: intent, cashGiven });
  if (answer.ok) return redirect(`/desk/${slug}/counter?sale=${number}`, 303);
  const errors = "fields" in answer && answer.fields ? answer.fields : { form: answer.reason };
  return shown({ errors, values: form.values }, 409);
}

export default function SellAtCounter() {
  const { slug, name, sale, goods, qris, opens, sales } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const sum = state?.sum;
  const desk = { to: `/desk/${slug}`, label: name };
  const here = { to: `/desk/${slug}/counter`, label: t("counter.title") };
  if (sale)
    return (
      <Page title={t("counter.sale", { number: sale.number })} trail={[desk, here]} width="narrow">
        <Refusal state={state} />
        <CounterSaleCard sale={sale} qris={qris} to={here.to} state={state} />
      </Page>
    );
  return (
    <Page title={t("counter.title")} lead={sum ? null : t("counter.lead")} back={desk} width="narrow">
      {sum ? (
        <CounterSumForm sum={sum} state={state} takesQris={qris.isTaken} />
      ) : (
        <CounterGoods goods={goods} state={state} slug={slug} />
      )}
      {sum || sales.length === 0 ? null : <CounterSales sales={sales} to={here.to} opens={opens} />}
    </Page>
  );
}
