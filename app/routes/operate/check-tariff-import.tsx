import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { formKey } from "#app/domain/form-fields.ts";
import { permit } from "#app/domain/permissions.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Page } from "#app/ui/page.tsx";
import { SheetField } from "#app/ui/sheet-field.tsx";
import { SheetLinks, WaitingSheets } from "#app/ui/sheet-files.tsx";
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
  const { t } = useWords();
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
      <WaitingSheets waiting={waiting} under={HERE} />
      <Card className="grid gap-4">
        <SheetLinks kind="tariffs" under="/operate/tariffs/export" />
        <FormFrame state={state} multipart>
          <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? key} />
          <SheetField name="file" label={t("bulk.file.tariffs")} hint={t("bulk.file.hint")} />
          <Button>{t("bulk.check")}</Button>
        </FormFrame>
      </Card>
    </Page>
  );
}
