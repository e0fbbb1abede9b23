import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "#app/domain/permissions.ts";
import { formatMoment, formatQuantity, formatRupiah } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/translate.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Notice, Page, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { changePaymentMethod } from "#app/usecases/buy/change-payment-method.ts";
import { payOrder } from "#app/usecases/buy/pay-order.ts";
import { uploadProof } from "#app/usecases/buy/upload-proof.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findOrderToPay, findPayInfo, listAttempts } from "#db/read/payments.ts";
import { refusedByKeeping, uploadOf } from "../sell/held-photo.server.ts";
import { ByQris, ByTransfer, Claim } from "./pay-order-ways.tsx";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "pay.title", { number: data?.number ?? "" });

async function mine({ ctx, param }: Pick<Door, "ctx" | "param">) {
  const order = await findOrderToPay(param("number"));
  if (!order || !may(ctx.actor, "pay-order", { orderId: order.id, buyerId: order.buyerId })) throw notFound();
  return order;
}

export const loader = door(async ({ ctx, param }) => {
  const order = await mine({ ctx, param });
  const [attempts, network] = await Promise.all([listAttempts(order.id), findPayInfo()]);
  const asked = attempts.find((attempt) => attempt.state === "open" || attempt.state === "claimed");
  const isOpen = order.state === "awaiting-payment";
  return {
    ...{ number: order.number, state: order.state, total: order.toPay, isOpen },
    payBy: isOpen ? order.payBy : null,
    isLate: attempts.some((attempt) => attempt.state === "needs-attention"),
    payment: asked
      ? {
          ...{ id: asked.id, method: asked.method, isClaimed: asked.state === "claimed" },
          ...{ hasProof: asked.proofPhotoId !== null, addition: asked.uniqueAddition },
          asked: asked.amount + asked.uniqueAddition,
        }
      : null,
    bank: { name: network?.bankName ?? "", account: network?.bankAccount ?? "", holder: network?.bankHolder ?? "" },
    qris: { photoId: network?.qrisPhotoId ?? null, name: network?.name ?? "" },
    offered: {
      ...{ transfer: network?.takesTransfer ?? false, qris: network?.takesQris ?? false },
      card: ctx.payments.stripe !== undefined,
    },
  };
});

const PayForm = z.object({
  intent: z.enum(["card", "transfer", "qris", "claim"]),
  paymentId: z.string().max(64).default(""),
});

export const action = door(async ({ ctx, request, param }) => {
  const { number } = await mine({ ctx, param });
  const form = await readForm(request, PayForm);
  if (!form.ok) return refused(form.state, form.status);
  const { intent, paymentId } = form.value;
  if (intent === "card") {
    const t = translator(ctx.locale);
    const answer = await payOrder(ctx, {
      number,
      shippingName: t("pay.shipping"),
      lineName: ({ listingName, variantName, quantityMilli, unit }) =>
        t("pay.line", {
          name: [listingName, variantName].filter(Boolean).join(" "),
          quantity: formatQuantity(ctx.locale, quantityMilli),
          unit,
        }),
    });
    return answer.ok ? redirect(answer.url, 303) : refusedBy(answer, form.values);
  }
  if (intent === "claim") {
    const photo = await uploadOf(ctx, form);
    const answer = await uploadProof(ctx, { number, paymentId, photo });
    return answer.ok ? redirect(`/orders/${number}/pay`, 303) : refusedByKeeping(ctx, form, answer);
  }
  const answer = await changePaymentMethod(ctx, { number, method: intent });
  return answer.ok ? redirect(`/orders/${number}/pay`, 303) : refusedBy(answer, form.values);
});

export default function PayOrder() {
  const data = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  const { number, payment, isOpen, payBy } = data;
  const isByHand = payment?.method === "transfer" || payment?.method === "qris";
  return (
    <Page
      title={t("pay.title", { number })}
      width="narrow"
      {...(payBy && { lead: t("pay.by", { moment: formatMoment(locale, payBy) }) })}
    >
      {data.isLate ? <Notice tone="warn">{t("pay.late")}</Notice> : null}
      {isOpen ? null : <Standing state={data.state} number={number} total={data.total} />}
      {isOpen && payment?.isClaimed ? <Notice tone="good">{t("pay.claimed")}</Notice> : null}
      {isOpen && payment?.method === "transfer" ? <ByTransfer payment={payment} bank={data.bank} /> : null}
      {isOpen && payment?.method === "qris" ? <ByQris payment={payment} qris={data.qris} /> : null}
      {isOpen && payment && isByHand ? <Claim payment={payment} state={state} /> : null}
      {isOpen ? <OtherWays state={isByHand ? undefined : state} /> : null}
    </Page>
  );
}

function Standing({ state, number, total }: { state: string; number: string; total: number }) {
  const { t } = useWords();
  const isPaid = state === "paid" || state === "completed";
  return (
    <>
      <Notice tone={isPaid ? "good" : "info"}>
        <Sentence>
          {state === "payable-on-delivery"
            ? t("pay.cod", { amount: formatRupiah(total) })
            : t(isPaid ? "pay.done" : "pay.closed")}
        </Sentence>
      </Notice>
      <ButtonLink to={`/orders/${number}`}>{t("pay.to-order")}</ButtonLink>
    </>
  );
}

/** Each way that is not the one asked for now; the card first, when the buyer has chosen it. */
function OtherWays({ state }: { state: ReturnType<typeof useActionData<typeof action>> }) {
  const { offered, payment } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const isCard = payment === null || payment.method === "card";
  const others = (["transfer", "qris"] as const).filter((way) => offered[way] && way !== payment?.method);
  if (!offered.card && others.length === 0) return null;
  return (
    <Section title={t(isCard ? "pay.method.card" : "pay.other")}>
      {offered.card ? (
        <Card>
          <FormFrame state={state} className="grid gap-3">
            <p className="text-quiet">{t("pay.card.note")}</p>
            <Button name="intent" value="card" look={isCard ? "main" : "second"} wide>
              {t("pay.card.go")}
            </Button>
          </FormFrame>
        </Card>
      ) : null}
      {others.map((way) => (
        <FormFrame key={way}>
          <Button name="intent" value={way} look="second" wide>
            {t("pay.change", { method: t(`pay.method.${way}`) })}
          </Button>
        </FormFrame>
      ))}
    </Section>
  );
}
