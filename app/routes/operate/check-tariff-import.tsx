import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SHEET_FORMATS } from "#app/domain/bulk-sheet.ts";
import { formKey } from "#app/domain/form-fields.ts";
import { permit } from "#app/domain/permissions.ts";
import { formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, buttonClass } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Page, Section } from "#app/ui/page.tsx";
import { SheetField } from "#app/ui/sheet-field.tsx";
import { checkTariffImport } from "#app/usecases/operate/check-tariff-import.ts";
import { columnNamed } from "#app/web/bulk.server.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listWaitingTariffs } from "#db/read/bulk.ts";

const HERE = "/operate/tariffs/import";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "bulk.title");

export const loader = door(async ({ ctx }) => {
  permit(ctx.actor, "check-tariff-import");
  const waiting = await listWaitingTariffs(ctx.actor);
  return {
    formKey: ctx.secrets.token(),
    waiting: waiting.map(({ id, fileName, sentAt }) => ({ id, fileName, sentAt })),
  };
});

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "check-tariff-import");
  const form = await readForm(request, z.object({ formKey }));
  if (!form.ok) return refused(form.state, form.status);
  const file = form.files.get("file")?.[0];
  if (!file) return refused({ errors: { file: "sheet-missing" }, values: form.values });
  const upload = new Uint8Array(await file.arrayBuffer());
  const columnOf = (name: string) => columnNamed("tariffs", name);
  const sent = { formKey: form.value.formKey, fileName: file.name, upload, columnOf };
  const answer = await checkTariffImport(ctx, sent);
  return answer.ok ? redirect(`${HERE}/${answer.importId}`) : refusedBy(answer, form.values, 422);
});

export default function CheckTariffImport() {
  const { formKey: key, waiting } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  return (
    <Page
      title={t("bulk.title")}
      lead={t("bulk.tariffs.text")}
      trail={[
        { to: "/operate", label: t("nav.operate") },
        { to: "/operate/tariffs", label: t("operate.tariffs.title") },
      ]}
      width="narrow"
    >
      {waiting.length > 0 ? (
        <Section title={t("bulk.waiting")}>
          <ul>
            {waiting.map((sent) => (
              <li key={sent.id}>
                <Link
                  to={`${HERE}/${sent.id}`}
                  className="inline-flex min-h-11 items-center text-sea underline underline-offset-2"
                >
                  {sent.fileName}
                </Link>{" "}
                <span className="text-sm text-quiet">{formatShortDay(locale, sent.sentAt)}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Card className="grid gap-4">
        <p className="flex flex-wrap gap-3">
          {SHEET_FORMATS.map((format) => (
            <a
              key={format}
              href={`/operate/tariffs/export/tariffs.${format}`}
              className={buttonClass("second")}
              aria-label={t("bulk.export.tariffs", { format: format.toUpperCase() })}
            >
              {t("bulk.export", { format: format.toUpperCase() })}
            </a>
          ))}
        </p>
        <FormFrame state={state} multipart>
          <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? key} />
          <SheetField name="file" label={t("bulk.file.tariffs")} hint={t("bulk.file.hint")} />
          <Button>{t("bulk.check")}</Button>
        </FormFrame>
      </Card>
    </Page>
  );
}
