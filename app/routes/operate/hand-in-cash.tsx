import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { parseRupiah } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { MoneyField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Page } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { handInCash } from "#app/usecases/operate/hand-in-cash.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { balanceOf } from "#db/read/ledger.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "operate.cash.title");

export const loader = door(async ({ ctx }) => {
  permit(ctx.actor, "hand-in-cash");
  return { inTransit: await balanceOf("cod-in-transit:network:network"), formKey: ctx.secrets.token() };
});

const CashForm = z.object({
  formKey: z.string().min(20).max(64),
  amount: z.string().transform((text, context) => {
    const amount = parseRupiah(text);
    if (amount !== null && amount > 0) return amount;
    context.addIssue({ code: "custom", message: text.trim() === "" ? "required" : "invalid" });
    return z.NEVER;
  }),
});

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "hand-in-cash");
  const form = await readForm(request, CashForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await handInCash(ctx, form.value);
  return answer.ok ? redirect("/operate/cash", 303) : refusedBy(answer, form.values);
});

export default function HandInCash() {
  const { inTransit, formKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("operate.cash.title")}
      lead={<Sentence>{t("operate.cash.in-transit", { amount: formatRupiah(inTransit) })}</Sentence>}
      width="narrow"
    >
      <FormFrame state={state}>
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
        <MoneyField name="amount" label={t("operate.cash.amount")} />
        <Button>{t("operate.cash.do")}</Button>
      </FormFrame>
    </Page>
  );
}
