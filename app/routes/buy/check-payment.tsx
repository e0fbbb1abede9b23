import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { may } from "#app/domain/permissions.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice, Page } from "#app/ui/page.tsx";
import { checkPayment } from "#app/usecases/buy/check-payment.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findOrderToPay } from "#db/read/payments.ts";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, `paid.title.${data?.standing ?? "waiting"}`);

export const loader = door(async ({ ctx, param }) => {
  const number = param("number");
  const order = await findOrderToPay(number);
  if (!order || !may(ctx.actor, "check-payment", { orderId: order.id, buyerId: order.buyerId })) throw notFound();
  return { number, standing: await checkPayment(ctx, { number }) };
});

const TONES = { paid: "good", waiting: "info", "not-paid": "warn" } as const;

export default function CheckPayment() {
  const { number, standing } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page title={t(`paid.title.${standing}`)} width="narrow">
      <Notice tone={TONES[standing]}>
        <p>{t(`paid.text.${standing}`, { number })}</p>
      </Notice>
      {standing === "not-paid" ? (
        <ButtonLink to={`/orders/${number}/pay`}>{t("paid.again")}</ButtonLink>
      ) : (
        <ButtonLink to={`/orders/${number}`}>{t("pay.to-order")}</ButtonLink>
      )}
    </Page>
  );
}
