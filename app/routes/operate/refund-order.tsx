import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { permit } from "#app/domain/permissions.ts";
import { formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import { refundOrder } from "#app/usecases/operate/refund-order.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findRefundAmount, gatherRefund } from "#db/read/refunds.ts";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "operate.refund.title", { number: data?.number ?? "" });

export const loader = door(async ({ ctx, param }) => {
  permit(ctx.actor, "refund-order");
  const basis = await gatherRefund(param("number"));
  if (!basis) throw notFound();
  return {
    number: basis.order.number,
    buyerName: basis.order.buyerName,
    amount: await findRefundAmount(basis),
    isDelivered: basis.consignments.some((part) => part.delivered !== null),
    goesToStock: basis.undelivered.length > 0,
    formKey: ctx.secrets.token(),
  };
});

const RefundForm = z.object({
  formKey: z.string().min(20).max(64),
  reason: z.string().trim().min(1, { error: "required" }).max(200, { error: "too-long" }),
});

export const action = door(async ({ ctx, request, param }) => {
  permit(ctx.actor, "refund-order");
  const form = await readForm(request, RefundForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await refundOrder(ctx, { number: param("number"), ...form.value });
  return answer.ok ? redirect("/operate/refunds", 303) : refusedBy(answer, form.values);
});

export default function RefundOrder() {
  const { number, buyerName, amount, isDelivered, goesToStock, formKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const money = formatRupiah(amount);
  return (
    <Page
      title={t("operate.refund.title", { number })}
      trail={[
        { to: "/operate", label: t("nav.operate") },
        { to: "/operate/refunds", label: t("operate.refunds.title") },
      ]}
      width="narrow"
    >
      <Confirm
        state={state}
        what={
          <>
            <p className="font-semibold">{t("operate.refund.what", { buyer: buyerName, amount: money })}</p>
            {isDelivered ? <p className="mt-2">{t("operate.refund.delivered")}</p> : null}
            {goesToStock ? <p className="mt-2">{t("operate.refund.undelivered")}</p> : null}
          </>
        }
        yes={t("operate.refund.do", { amount: money })}
        back={`/orders/${number}`}
      >
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
        <TextField name="reason" label={t("operate.refund.reason")} maxLength={200} />
      </Confirm>
    </Page>
  );
}
