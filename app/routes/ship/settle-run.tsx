import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { parseRupiah, rupiah } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { SettleForm } from "#app/domain/ship-forms.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { MoneyField, PhotoField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Notice, Page, Section } from "#app/ui/page.tsx";
import { attachCarrierBill } from "#app/usecases/ship/attach-carrier-bill.ts";
import { settleRun } from "#app/usecases/ship/settle-run.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findRun } from "#db/read/runs.ts";
import { refusedByKeeping, uploadOf } from "../sell/held-photo.server.ts";
import { RuleReason, RuleTable, SubgroupNote } from "./rule-table.tsx";
import { type SettledRun, settlementOf } from "./settlement-page.server.ts";
import { SettlementTables } from "./settlement-tables.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "settlement.title");

async function open({ ctx, param }: Door) {
  permit(ctx.actor, "settle-run");
  const run = await findRun(ctx.actor, param("code"));
  if (!run) throw notFound();
  return run;
}

export const loader = door(async (entered) => {
  const run = await open(entered);
  const asked = entered.url.searchParams.get("bill");
  const read = asked === null ? null : parseRupiah(asked);
  const bill = run.state === "settled" ? run.carrierBill : read;
  return {
    code: run.code,
    runId: run.id,
    to: `${run.hubName} → ${run.zoneName}`,
    state: run.state,
    asked: asked ?? "",
    isMisread: asked !== null && read === null,
    settlement: bill === null ? null : await settlementOf(entered.ctx, run, bill),
    hasPicture: run.billPhotoId !== null,
  };
});

export const action = door(async (entered) => {
  const run = await open(entered);
  if (entered.url.searchParams.has("picture")) return keepPicture(entered, run);
  const form = await readForm(entered.request, SettleForm);
  if (!form.ok) return refused(form.state, form.status);
  const { bill, seen } = form.value;
  const answer = await settleRun(entered.ctx, { runId: run.id, bill, seenReturned: rupiah(seen) });
  return answer.ok ? redirect(`/runs/${run.code}/settlement`) : refusedBy(answer, form.values);
});

async function keepPicture({ ctx, request }: Door, run: SettledRun) {
  const form = await readForm(request, z.object({}));
  if (!form.ok) return refused(form.state, form.status);
  const picture = await uploadOf(ctx, form, "picture");
  if (!picture) return refused({ errors: { picture: "photo-missing" }, values: form.values }, 422);
  const kept = await attachCarrierBill(ctx, { runId: run.id, picture });
  if (kept.ok) return redirect(`/runs/${run.code}/settlement`);
  return refusedByKeeping(ctx, form, kept, { field: "picture" });
}

export default function SettleRun() {
  const { code, runId, to, state, asked, isMisread, settlement, hasPicture } = useLoaderData<typeof loader>();
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
      {settlement ? <RuleReason {...settlement} /> : null}
      {settlement ? <SettlementTables {...settlement} runId={isSettled ? runId : null} /> : null}
      {state === "arrived" && settlement ? (
        <FormFrame state={answer} className="grid max-w-xl gap-4">
          <input type="hidden" name="bill" value={settlement.bill} />
          <input type="hidden" name="seen" value={settlement.returned ?? 0} />
          <p>{t("settlement.confirm-note")}</p>
          <Button>{t("settlement.confirm")}</Button>
        </FormFrame>
      ) : null}
      {settlement && settlement.lines.length > 0 ? (
        <>
          <RuleTable {...settlement} />
          <SubgroupNote {...settlement} />
        </>
      ) : null}
      {state === "arrived" || isSettled ? <BillPicture code={code} hasPicture={hasPicture} answer={answer} /> : null}
    </Page>
  );
}

type PictureProps = { code: string; hasPicture: boolean; answer: ReturnType<typeof useActionData<typeof action>> };

function BillPicture({ code, hasPicture, answer }: PictureProps) {
  const { t } = useWords();
  return (
    <Section title={t("settlement.picture")}>
      {hasPicture ? (
        <a href={`/runs/${code}/bill`} className="block w-fit">
          <img
            src={`/runs/${code}/bill`}
            alt={t("settlement.picture.alt", { code })}
            width="240"
            loading="lazy"
            className="rounded-field border border-line"
          />
        </a>
      ) : null}
      <FormFrame action={`/runs/${code}/settlement?picture=1`} state={answer} multipart className="grid max-w-xl gap-4">
        <PhotoField
          name="picture"
          label={t(hasPicture ? "settlement.picture.other" : "settlement.picture.add")}
          hint={t("settlement.picture.hint")}
        />
        <Button look="second">{t("settlement.picture.keep")}</Button>
      </FormFrame>
    </Section>
  );
}
