import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { permit } from "#app/domain/permissions.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Notice, Page, Section } from "#app/ui/page.tsx";
import { confirmPayment } from "#app/usecases/operate/confirm-payment.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { columnSamples, openStatement } from "#app/web/statement.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { LineCard, LineList } from "./statement-lines.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "statement.title");

export const loader = door(async (entered) => {
  const { fileName, rows, chosen, isReady, lines, problems, names } = await openStatement(entered);
  const shown = lines.map(({ match, ...line }) => ({
    ...line,
    kind: match.kind,
    payments: (match.kind === "exact" || match.kind === "ambiguous" ? match.paymentIds : []).map((id) => ({
      ...{ id, name: names.get(id) ?? "" },
    })),
    order: match.kind === "known" ? (names.get(match.paymentId) ?? "") : "",
  }));
  const at = (kind: (typeof shown)[number]["kind"]) => shown.filter((line) => line.kind === kind);
  const { pathname, search } = entered.url;
  return {
    ...{ fileName, chosen, isReady, problems, columns: columnSamples(rows) },
    ...{ exact: at("exact"), ambiguous: at("ambiguous"), known: at("known"), unknown: at("unknown") },
    here: `${pathname}${search.includes("_data") ? "" : search}`,
  };
});

const LineForm = z.object({
  key: z.string().min(1).max(80),
  paymentId: z.string().min(1, { error: "choose-payment" }).max(64),
});

export const action = door(async (entered) => {
  const { ctx, request, url } = entered;
  permit(ctx.actor, "send-statement", { groupIds: ctx.actor.memberships.map((membership) => membership.groupId) });
  const { lines } = await openStatement(entered);
  const form = await readForm(request, LineForm);
  if (!form.ok) return refused(form.state, form.status);
  const { key, paymentId } = form.value;
  const match = lines.find((line) => line.key === key)?.match;
  const back = `${url.pathname}${url.search}`;
  // Confirmed meanwhile, by this person or another: the page says so.
  if (match?.kind === "known") return redirect(back, 303);
  const fits =
    (match?.kind === "exact" || match?.kind === "ambiguous") && match.paymentIds.some((id) => id === paymentId);
  if (!fits) return refused({ errors: { form: "payment-not-waiting" }, values: form.values }, 409);
  const answer = await confirmPayment(ctx, { paymentId, bankReference: key });
  return answer.ok ? redirect(back, 303) : refusedBy(answer, form.values);
});

export default function SeeStatement() {
  const { fileName, isReady, exact, ambiguous, known, unknown, problems, here } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const refusedKey = state?.values.key?.[0];
  const stateOf = (key: string) => (refusedKey === key ? state : undefined);
  return (
    <Page
      title={t("statement.title")}
      lead={fileName}
      back={{ to: "/operate/statements", label: t("statement.another") }}
      width="narrow"
    >
      {state && !refusedKey ? <Notice tone="bad">{t("reason.invalid")}</Notice> : null}
      <Columns />
      {isReady ? <Notice>{t("statement.found", { exact: exact.length, ambiguous: ambiguous.length })}</Notice> : null}
      {exact.length > 0 ? (
        <Section title={t("statement.exact", { count: exact.length })}>
          {exact.map((line) => (
            <LineCard key={line.key} line={line} here={here} state={stateOf(line.key)} />
          ))}
        </Section>
      ) : null}
      {ambiguous.length > 0 ? (
        <Section title={t("statement.ambiguous", { count: ambiguous.length })}>
          <p className="text-quiet">{t("statement.ambiguous.lead")}</p>
          {ambiguous.map((line) => (
            <LineCard key={line.key} line={line} here={here} state={stateOf(line.key)} />
          ))}
        </Section>
      ) : null}
      {problems.length > 0 ? (
        <Section title={t("statement.problems")}>
          <Card>
            <ul className="grid list-disc gap-1 ps-5">
              {problems.map(({ row, reason }) => (
                <li key={row}>{t("statement.problem", { row, what: t(`reason.${reason}`) })}</li>
              ))}
            </ul>
          </Card>
        </Section>
      ) : null}
      <LineList title={t("statement.known", { count: known.length })} lines={known} />
      <LineList title={t("statement.unknown", { count: unknown.length })} lines={unknown} />
    </Page>
  );
}

/** Which column means what: guessed by the names that banks use, and to be put right by hand. */
function Columns() {
  const { columns, chosen } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const field = (name: "day" | "amount" | "text") => (
    <SelectField name={name} label={t(`statement.column.${name}`)} choices={columns} blank />
  );
  return (
    <FormFrame method="get" defaults={chosen} className="grid gap-4 rounded-card border border-line bg-card p-4">
      <p className="text-quiet">{t("statement.columns")}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        {field("day")}
        {field("amount")}
        {field("text")}
        <SelectField
          name="direction"
          label={t("statement.column.direction")}
          choices={[{ value: "", label: t("statement.column.none") }, ...columns]}
          optional
        />
      </div>
      <Button look="second" className="justify-self-start">
        {t("statement.read")}
      </Button>
    </FormFrame>
  );
}
