import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { parseRupiah, type Rupiah, rupiah, sum } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { actualWeight } from "#app/domain/run.ts";
import { settleCarried } from "#app/domain/run-settlement.ts";
import { SettleForm } from "#app/domain/ship-forms.ts";
import { parcelCost } from "#app/domain/tariff.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { MoneyField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Notice, Page } from "#app/ui/page.tsx";
import { settleRun } from "#app/usecases/ship/settle-run.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listSettled, listTravelled } from "#db/read/run-settlement.ts";
import { findRun } from "#db/read/runs.ts";
import { SettlementTables } from "./settlement-tables.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "settlement.title");

async function open({ ctx, param }: Door) {
  permit(ctx.actor, "settle-run");
  const run = await findRun(ctx.actor, param("code"));
  if (!run) throw notFound();
  return run;
}

type Run = Awaited<ReturnType<typeof open>>;

/** As it was settled, or as it would be with this bill. */
async function settlementOf(entered: Door, run: Run, bill: Rupiah) {
  const { actor } = entered.ctx;
  const names = (row: { orderNumber: string; buyerName: string; groupName: string }) => ({
    orderNumber: row.orderNumber,
    buyerName: row.buyerName,
    groupName: row.groupName,
  });
  if (run.state === "settled") {
    const rows = await listSettled(actor, run);
    const lines = rows.map((row) => ({
      ...{ id: row.id, ...names(row), isPaid: row.orderState !== "payable-on-delivery" },
      ...{ alone: parcelCost(run.tariff, actualWeight(row)), quote: row.quote, share: row.share ?? row.quote },
    }));
    return { lines, bill, carried: rupiah(bill - sum(lines.map((line) => line.share))), returned: null };
  }
  const rows = await listTravelled(actor, run);
  const settled = settleCarried({ tariff: run.tariff, bill, consignments: rows });
  const lines = rows.map((row, at) => ({
    ...{ id: row.id, ...names(row), isPaid: row.isPaid },
    ...{ alone: settled.lines[at]?.alone ?? row.quote, quote: row.quote, share: settled.lines[at]?.share ?? row.quote },
  }));
  return { lines, bill, carried: settled.carried, returned: settled.returned };
}

export const loader = door(async (entered) => {
  const run = await open(entered);
  const asked = entered.url.searchParams.get("bill");
  const read = asked === null ? null : parseRupiah(asked);
  const bill = run.state === "settled" ? run.carrierBill : read;
  return {
    code: run.code,
    to: `${run.hubName} → ${run.zoneName}`,
    state: run.state,
    asked: asked ?? "",
    isMisread: asked !== null && read === null,
    settlement: bill === null ? null : await settlementOf(entered, run, bill),
  };
});

export const action = door(async (entered) => {
  const run = await open(entered);
  const form = await readForm(entered.request, SettleForm);
  if (!form.ok) return refused(form.state, form.status);
  const { bill, seen } = form.value;
  const answer = await settleRun(entered.ctx, { runId: run.id, bill, seenReturned: rupiah(seen) });
  return answer.ok ? redirect(`/runs/${run.code}/settlement`) : refusedBy(answer, form.values);
});

export default function SettleRun() {
  const { code, to, state, asked, isMisread, settlement } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords();
  const isSettled = state === "settled";
  const misread = isMisread ? { errors: { bill: "not-money" }, values: { bill: [asked] } } : undefined;
  return (
    <Page
      title={t("settlement.title")}
      lead={`${to} · ${code}`}
      trail={[
        { to: "/runs", label: t("runs.title") },
        { to: `/runs/${code}`, label: code },
      ]}
    >
      {isSettled ? <Notice tone="good">{t("settlement.done")}</Notice> : null}
      {!isSettled && state !== "arrived" ? <Notice>{t("settlement.too-early")}</Notice> : null}
      {state === "arrived" ? (
        <div className="max-w-xl">
          <FormFrame method="get" state={misread} defaults={{ bill: asked }}>
            <MoneyField name="bill" label={t("settlement.bill")} hint={t("settlement.bill-hint")} />
            <Button look={settlement ? "second" : "main"}>{t("settlement.preview")}</Button>
          </FormFrame>
        </div>
      ) : null}
      {settlement ? <SettlementTables {...settlement} /> : null}
      {state === "arrived" && settlement ? (
        <FormFrame state={answer} className="grid max-w-xl gap-4">
          <input type="hidden" name="bill" value={settlement.bill} />
          <input type="hidden" name="seen" value={settlement.returned ?? 0} />
          <p>{t("settlement.confirm-note")}</p>
          <Button>{t("settlement.confirm")}</Button>
        </FormFrame>
      ) : null}
    </Page>
  );
}
