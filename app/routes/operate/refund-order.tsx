import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { RefundForm, readRefundWay, readRefundWish, seenAmount } from "#app/domain/refund-form.ts";
import { formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Notice, Page } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { refundOrder } from "#app/usecases/operate/refund-order.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { gatherRefund } from "#db/read/refunds.ts";
import { openRefund, refundPage } from "./refund-page.server.ts";
import { RefundPreview } from "./refund-preview.tsx";
import { RefundQuestion } from "./refund-question.tsx";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "operate.refund.title", { number: data?.number ?? "" });

export const loader = door(refundPage);

export const action = door(async (entered) => {
  const { ctx, request, param } = entered;
  const { back: next } = await openRefund(entered);
  const form = await readForm(request, RefundForm);
  if (!form.ok) return refused(form.state, form.status);
  const { formKey, reason, seen, back } = form.value;
  const way = readRefundWay(form.value.way);
  if (!way) return refused({ errors: { way: "refund-way-not-open" }, values: form.values });
  // Pressed again when nothing is left, there is no line any more: the use case knows the form.
  const lines = (await gatherRefund(param("number")))?.lines ?? [];
  const read = readRefundWish(lines, form.value);
  if (!read.ok) return refused({ errors: read.fields, values: form.values });
  const answer = await refundOrder(ctx, {
    ...{ number: param("number"), formKey, reason, wish: read.wish, ...way },
    ...{ isBackInStock: back === "yes", seenAmount: seenAmount(seen) },
  });
  return answer.ok ? redirect(next, 303) : refusedBy(answer, form.values);
});

export default function RefundOrder() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("operate.refund.title", { number: page.number })}
      lead={t("operate.refund.to", { buyer: page.buyerName })}
      back={{ to: page.back, label: t(page.isOperator ? "operate.refunds.title" : "consignments.title") }}
      width="narrow"
    >
      {page.creditUsed > 0 ? (
        <Notice>
          <Sentence>{t("pay-credit.back-first", { amount: formatRupiah(page.creditUsed) })}</Sentence>
        </Notice>
      ) : null}
      {page.plan ? <RefundPreview page={page} plan={page.plan} state={refusal} /> : null}
      {page.isLate ? null : <RefundQuestion page={page} />}
    </Page>
  );
}
