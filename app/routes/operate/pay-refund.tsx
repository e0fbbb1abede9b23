import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { NETWORK_BOOK } from "#app/domain/ledger.ts";
import { permit } from "#app/domain/permissions.ts";
import { readablePhone } from "#app/domain/phone.ts";
import { whyAddress } from "#app/domain/why.ts";
import { formatRupiah, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Card, Empty, Page } from "#app/ui/page.tsx";
import { WhatsAppTo } from "#app/ui/whatsapp-to.tsx";
import { payRefund } from "#app/usecases/operate/pay-refund.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listRefunds } from "#db/read/refunds.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "operate.refunds.title");

export const loader = door(async ({ ctx }) => ({ refunds: await listRefunds(ctx.actor) }));

const PaidForm = z.object({
  refundId: z.string().min(1).max(64),
  reference: z.string().trim().min(1, { error: "required" }).max(80, { error: "too-long" }),
});

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "pay-refund");
  const form = await readForm(request, PaidForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await payRefund(ctx, form.value);
  return answer.ok ? redirect("/operate/refunds", 303) : refusedBy(answer, form.values);
});

const TONES = { requested: "warn", sent: "info", succeeded: "good", failed: "bad" } as const;

export default function PayRefund() {
  const { refunds } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  return (
    <Page
      title={t("operate.refunds.title")}
      back={{ to: "/operate/payments", label: t("operate.payments.title") }}
      width="narrow"
    >
      {refunds.length === 0 ? <Empty drawing="book" text={t("operate.refunds.none")} /> : null}
      {refunds.map((refund) => {
        const isByStripe = refund.way === "provider" && refund.state !== "failed";
        return (
          <Card key={refund.id} className="grid gap-3">
            <div className="flex flex-wrap items-start justify-between gap-3">
              <div>
                <h2 className="text-2xl">
                  <Amount
                    amount={refund.amount}
                    why={whyAddress(NETWORK_BOOK, null, { of: "book", cause: refund.id })}
                  />
                </h2>
                <p>
                  {refund.buyerName} · {readablePhone(refund.buyerPhone)}
                </p>
                <p className="text-sm text-quiet">
                  {refund.orderNumber} · {formatShortDay(locale, refund.createdAt)} ·{" "}
                  {refund.cause === "order" ? refund.reason : t(`operate.refunds.${refund.cause}`)}
                </p>
                {refund.providerRef ? <p className="text-sm break-all text-quiet">{refund.providerRef}</p> : null}
              </div>
              <Badge tone={TONES[refund.state]}>{t(`operate.refunds.state.${refund.state}`)}</Badge>
            </div>
            {refund.state !== "succeeded" && isByStripe ? <p>{t("operate.refunds.by-stripe")}</p> : null}
            {refund.state === "succeeded" || isByStripe ? null : (
              <div>
                <WhatsAppTo
                  phone={refund.buyerPhone}
                  name={refund.buyerName}
                  text={t("whatsapp.refund", {
                    name: refund.buyerName,
                    number: refund.orderNumber,
                    amount: formatRupiah(refund.amount),
                  })}
                />
              </div>
            )}
            {refund.state === "succeeded" || isByStripe ? null : (
              <FormFrame state={state?.values.refundId?.[0] === refund.id ? state : undefined} className="grid gap-3">
                <input type="hidden" name="refundId" value={refund.id} />
                <TextField name="reference" label={t("operate.refunds.reference")} maxLength={80} autoComplete="off" />
                <Button>{t("operate.refunds.paid")}</Button>
              </FormFrame>
            )}
          </Card>
        );
      })}
    </Page>
  );
}
