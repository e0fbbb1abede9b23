import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { permit } from "#app/domain/permissions.ts";
import { formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { SheetField } from "#app/ui/sheet-field.tsx";
import { sendStatement } from "#app/usecases/operate/send-statement.ts";
import { type Door, door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findLastStatement } from "#db/read/bank-statements.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "statement.title");

function mustSend({ ctx }: Pick<Door, "ctx">): void {
  permit(ctx.actor, "send-statement", { groupIds: ctx.actor.memberships.map((membership) => membership.groupId) });
}

export const loader = door(async ({ ctx }) => {
  mustSend({ ctx });
  return { last: (await findLastStatement(ctx.actor)) ?? null, formKey: ctx.secrets.token() };
});

const StatementForm = z.object({
  formKey: z.string().min(20, { error: "form-broken" }).max(100, { error: "form-broken" }),
});

export const action = door(async ({ ctx, request }) => {
  mustSend({ ctx });
  const form = await readForm(request, StatementForm);
  if (!form.ok) return refused(form.state, form.status);
  const file = form.files.get("file")?.[0];
  if (!file) return refused({ errors: { file: "sheet-missing" }, values: form.values });
  const upload = new Uint8Array(await file.arrayBuffer());
  const answer = await sendStatement(ctx, { fileName: file.name, upload, formKey: form.value.formKey });
  return answer.ok ? redirect(`/operate/statements/${answer.statementId}`, 303) : refusedBy(answer, form.values, 422);
});

export default function SendStatement() {
  const { last, formKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  return (
    <Page
      title={t("statement.title")}
      lead={t("statement.lead")}
      back={{ to: "/operate/payments", label: t("operate.payments.title") }}
      width="narrow"
    >
      <FormFrame state={state} multipart>
        <input type="hidden" name="formKey" value={formKey} />
        <SheetField name="file" label={t("statement.file")} hint={t("statement.file.hint")} />
        <Button>{t("statement.look")}</Button>
      </FormFrame>
      {last ? (
        <Section title={t("statement.last")}>
          <p>
            <Link
              to={`/operate/statements/${last.id}`}
              className="inline-flex min-h-11 items-center text-sea underline underline-offset-2"
            >
              {last.fileName}
            </Link>{" "}
            <span className="text-sm text-quiet">{formatShortDay(locale, last.sentAt)}</span>
          </p>
        </Section>
      ) : null}
    </Page>
  );
}
