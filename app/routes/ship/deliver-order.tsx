import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { ENDED_STATES } from "#app/domain/consignment.ts";
import { isFetched } from "#app/domain/hub-work.ts";
import { type Actor, may } from "#app/domain/permissions.ts";
import { DeliverForm } from "#app/domain/ship-forms.ts";
import { formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { MoneyField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { NotSent } from "#app/ui/not-sent.tsx";
import { Badge, Card, Notice, Page } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { WhatsAppTo } from "#app/ui/whatsapp-to.tsx";
import { deliverOrder } from "#app/usecases/ship/deliver-order.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findDelivery } from "#db/read/deliveries.ts";
import { readAddress } from "./address.server.ts";
import { hubWho } from "./hub-page.server.ts";
import { PickUpProof } from "./pick-up-proof.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "deliveries.one");

export const loader = door(async ({ ctx, param }) => {
  const order = await findDelivery(ctx.actor, param("number"));
  if (!order) throw notFound();
  const { phone, lines } = await readAddress(ctx, { ...order, phone: order.buyerPhone });
  const toDoor = order.delivery === "run-door" || order.delivery === "courier";
  return {
    who: hubWho(ctx),
    number: order.number,
    buyerName: order.buyerName,
    phone,
    address: toDoor ? lines : [order.pickUpPoint ?? "", order.pickUpAddress ?? ""].filter(Boolean),
    delivery: order.delivery,
    isFetched: isFetched(order.delivery),
    cashDue: order.state === "payable-on-delivery" ? order.due : null,
    back: backOf(ctx.actor, order.parts),
    ready: order.parts.filter((part) => part.isMine && part.isReady).length,
    parts: order.parts.map(({ id, groupName, state, isReady }) => ({ id, groupName, state, isReady })),
  };
});

type Delivered = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;

/** The list that whoever gives it out came from: the run's, that of a pick-up point, or that of what travels alone. */
function backOf(actor: Actor, parts: Delivered["parts"]) {
  const part = parts.find((each) => each.isMine && each.runCode);
  if (!part) return { to: "/deliveries", label: "deliveries.lone" } as const;
  if (!may(actor, "deliver-order", { hubId: part.runHubId ?? undefined }))
    return { to: "/pick-ups", label: "pick-ups.title" } as const;
  return { to: `/runs/${part.runCode}/deliveries`, label: "deliveries.title" } as const;
}

export const action = door(async ({ ctx, request, param }) => {
  if (!(await findDelivery(ctx.actor, param("number")))) throw notFound();
  const form = await readForm(request, DeliverForm);
  if (!form.ok) return refused(form.state, form.status);
  const { cash, pickUpCode: code, takenBy } = form.value;
  const proof = code.trim() === "" ? ({ kind: "name", takenBy } as const) : ({ kind: "code", code } as const);
  const answer = await deliverOrder(ctx, { number: param("number"), proof, cash });
  if (answer.ok) return redirect(`/deliveries/${param("number")}`);
  if (answer.reason === "order-gone") throw notFound();
  return refusedBy(answer, form.values);
});

export default function DeliverOrder() {
  const data = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const { number, cashDue, ready, back } = data;
  const isDone = data.parts.every((part) => ENDED_STATES.some((state) => state === part.state));
  return (
    <Page title={data.buyerName} lead={number} back={{ to: back.to, label: t(back.label) }} width="narrow">
      <NotSent who={data.who} />
      <Card className="grid gap-4">
        <Facts
          facts={[
            { label: t("consignments.phone"), value: data.phone },
            { label: t("consignments.way"), value: t(`delivery.${data.delivery}`) },
            ...(data.address.length > 0
              ? [
                  {
                    label: t("consignments.address"),
                    value: data.address.map((line) => (
                      <span key={line} className="block">
                        {line}
                      </span>
                    )),
                  },
                ]
              : []),
          ]}
        />
        {isDone ? null : (
          <div>
            <WhatsAppTo
              phone={data.phone}
              name={data.buyerName}
              text={t("whatsapp.delivery", { name: data.buyerName, number })}
            />
          </div>
        )}
        <ul className="grid gap-2">
          {data.parts.map((part) => (
            <li key={part.id} className="flex flex-wrap items-center justify-between gap-2 border-t border-line pt-2">
              <span>{part.groupName}</span>
              <Badge tone={part.state === "delivered" ? "good" : part.isReady ? "warn" : "info"}>
                {t(`consignment-state.${part.state}`)}
              </Badge>
            </li>
          ))}
        </ul>
      </Card>
      {isDone ? <Notice tone="good">{t("deliveries.all-done")}</Notice> : null}
      {!isDone && ready === 0 ? <Notice>{t("deliveries.not-yet")}</Notice> : null}
      {ready > 0 ? (
        <FormFrame state={state} later={cashDue === null ? t("hub.later.deliver", { number }) : undefined}>
          {data.isFetched ? <PickUpProof /> : null}
          {cashDue !== null ? (
            <>
              <Notice tone="warn">
                <Sentence>{t("deliveries.take-cash", { amount: formatRupiah(cashDue) })}</Sentence>
              </Notice>
              <MoneyField name="cash" label={t("deliveries.cash")} hint={t("deliveries.cash-hint")} />
            </>
          ) : null}
          <Button wide>{t(cashDue === null ? "deliveries.do" : "deliveries.do-cash")}</Button>
        </FormFrame>
      ) : null}
    </Page>
  );
}
