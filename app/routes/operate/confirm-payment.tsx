import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { NETWORK_BOOK } from "#app/domain/ledger.ts";
import { parseRupiah } from "#app/domain/money.ts";
import { BankReference } from "#app/domain/payment.ts";
import { permit } from "#app/domain/permissions.ts";
import { whyAddress } from "#app/domain/why.ts";
import { formatMoment, formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount, type Explained } from "#app/ui/amount.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { MoneyField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Card, Empty, Page } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { WhatsAppTo } from "#app/ui/whatsapp-to.tsx";
import { confirmPayment } from "#app/usecases/operate/confirm-payment.ts";
import { reopenClaim } from "#app/usecases/operate/reopen-claim.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listWaitingPayments } from "#db/read/payments.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "operate.payments.title");

export const loader = door(async ({ ctx, url }) => {
  const typed = url.searchParams.get("amount") ?? "";
  const rows = await listWaitingPayments(ctx.actor, { amount: typed === "" ? null : (parseRupiah(typed) ?? -1) });
  return {
    typed,
    isOperator: ctx.actor.isOperator,
    payments: rows.map((row) => ({
      ...{
        id: row.id,
        orderNumber: row.orderNumber,
        buyerName: row.buyerName,
        buyerPhone: row.buyerPhone,
        method: row.method,
        state: row.state,
      },
      ...{ asked: row.amount + row.uniqueAddition, hasProof: row.proofPhotoId !== null, createdAt: row.createdAt },
    })),
  };
});

const ConfirmForm = z.object({
  paymentId: z.string().min(1).max(64),
  intent: z.enum(["confirm", "not-found"]),
  bankReference: BankReference.default(null),
});

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "confirm-payment", { groupIds: ctx.actor.memberships.map((membership) => membership.groupId) });
  const form = await readForm(request, ConfirmForm);
  if (!form.ok) return refused(form.state, form.status);
  const { intent, paymentId, bankReference } = form.value;
  const answer =
    intent === "confirm"
      ? await confirmPayment(ctx, { paymentId, bankReference })
      : await reopenClaim(ctx, { paymentId });
  return answer.ok ? redirect("/operate/payments", 303) : refusedBy(answer, form.values);
});

type Row = ReturnType<typeof useLoaderData<typeof loader>>["payments"][number];
type State = ReturnType<typeof useActionData<typeof action>>;

export default function ConfirmPayment() {
  const { payments, typed, isOperator } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const refusedId = state?.values.paymentId?.[0];
  return (
    <Page title={t("operate.payments.title")} lead={t("operate.payments.lead")} width="narrow">
      <FormFrame method="get" defaults={{ amount: typed }} className="grid gap-3 sm:grid-cols-[1fr_auto] sm:items-end">
        <MoneyField name="amount" label={t("operate.payments.search")} />
        <div className="flex gap-2">
          <Button look="second">{t("operate.payments.find")}</Button>
          {typed ? (
            <ButtonLink to="/operate/payments" look="quiet">
              {t("operate.payments.all")}
            </ButtonLink>
          ) : null}
        </div>
      </FormFrame>
      <p>
        <ButtonLink to="/operate/statements" look="second">
          {t("statement.title")}
        </ButtonLink>
      </p>
      {payments.length === 0 ? <Empty drawing="book" text={t("operate.payments.none")} /> : null}
      {payments.map((payment) => (
        <PaymentCard
          key={payment.id}
          payment={payment}
          isOperator={isOperator}
          state={refusedId === payment.id ? state : undefined}
        />
      ))}
    </Page>
  );
}

/** What came in opens to the network's book; until then nobody has posted it. */
function explained({ state, orderNumber }: Row, isOperator: boolean): Explained {
  if (state !== "paid" && state !== "needs-attention") return { plain: "not-yet" };
  return isOperator
    ? { why: whyAddress(NETWORK_BOOK, null, { of: "book", order: orderNumber, kind: ["paid"] }) }
    : { plain: "not-yours" };
}

const TONES = {
  open: "info",
  claimed: "warn",
  "needs-attention": "bad",
  paid: "good",
  failed: "info",
  expired: "info",
  cancelled: "info",
} as const;

function PaymentCard({ payment, isOperator, state }: { payment: Row; isOperator: boolean; state: State }) {
  const { t, locale } = useWords();
  const { id, orderNumber, asked, hasProof } = payment;
  return (
    <Card className="grid gap-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h2 className="text-2xl">
            <Amount amount={asked} {...explained(payment, isOperator)} />
          </h2>
          <p>
            {payment.buyerName} · {orderNumber}
          </p>
          <p className="text-sm text-quiet">
            {t(`pay.method.${payment.method}`)} · {formatMoment(locale, payment.createdAt)}
          </p>
        </div>
        <Badge tone={TONES[payment.state]}>{t(`operate.payments.state.${payment.state}`)}</Badge>
      </div>
      {hasProof ? (
        <a href={`/payments/${id}/proof`} className="justify-self-start">
          <img
            src={`/payments/${id}/proof`}
            alt={t("operate.payments.proof", { number: orderNumber })}
            loading="lazy"
            className="h-40 max-w-full rounded-field border border-line object-contain"
          />
        </a>
      ) : null}
      {payment.state === "paid" ? null : (
        <div>
          <WhatsAppTo
            phone={payment.buyerPhone}
            name={payment.buyerName}
            text={t("whatsapp.payment", {
              name: payment.buyerName,
              number: orderNumber,
              amount: formatRupiah(asked),
            })}
          />
        </div>
      )}
      {payment.state === "needs-attention" ? (
        <>
          <p>{t("operate.payments.late")}</p>
          {isOperator ? (
            <ButtonLink to={`/operate/orders/${orderNumber}/refund`} look="danger">
              {t("operate.payments.give-back")}
            </ButtonLink>
          ) : null}
        </>
      ) : (
        <ConfirmFields payment={payment} state={state} />
      )}
    </Card>
  );
}

function ConfirmFields({ payment, state }: { payment: Row; state: State }) {
  const { t } = useWords();
  return (
    <FormFrame state={state} className="grid gap-3">
      <input type="hidden" name="paymentId" value={payment.id} />
      <TextField
        name="bankReference"
        label={t("operate.payments.reference")}
        optional
        maxLength={80}
        autoComplete="off"
      />
      <div className="flex flex-wrap gap-2">
        <Button name="intent" value="confirm">
          <Sentence>{t("operate.payments.confirm", { amount: formatRupiah(payment.asked) })}</Sentence>
        </Button>
        {payment.state === "claimed" ? (
          <Button name="intent" value="not-found" look="danger">
            {t("operate.payments.not-found")}
          </Button>
        ) : null}
      </div>
    </FormFrame>
  );
}
