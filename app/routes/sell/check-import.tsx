import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BULK_KINDS, type BulkKind, DONE_BY_HAND } from "#app/domain/bulk-sheet.ts";
import { may } from "#app/domain/permissions.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Page, Section } from "#app/ui/page.tsx";
import { SheetField } from "#app/ui/sheet-field.tsx";
import { SheetLinks, WaitingSheets } from "#app/ui/sheet-files.tsx";
import { checkImport } from "#app/usecases/sell/check-import.ts";
import { columnNamed } from "#app/web/bulk.server.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listWaitingImports } from "#db/read/bulk.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "bulk.title");

export const loader = door(async (at) => {
  const { ctx } = at;
  const group = await openGroup(at, "check-import");
  const kinds: BulkKind[] = BULK_KINDS.filter((kind) => may(ctx.actor, DONE_BY_HAND[kind], { groupId: group.id }));
  return {
    group: { slug: group.slug, name: group.name },
    waiting: (await listWaitingImports(ctx.actor, group.id)).filter((sent) => kinds.includes(sent.kind)),
    kinds: kinds.map((kind) => ({ kind, formKey: ctx.secrets.token() })),
  };
});

const ImportForm = z.object({
  kind: z.enum(BULK_KINDS),
  formKey: z.string().min(20, { error: "form-broken" }).max(100, { error: "form-broken" }),
});

export const action = door(async (at) => {
  const group = await openGroup(at, "check-import");
  const form = await readForm(at.request, ImportForm);
  if (!form.ok) return refused(form.state, form.status);
  const { kind, formKey } = form.value;
  const file = form.files.get("file")?.[0];
  if (!file) return refused({ errors: { file: "sheet-missing" }, values: form.values });
  const upload = new Uint8Array(await file.arrayBuffer());
  const columnOf = (name: string) => columnNamed(kind, name);
  const sent = { groupId: group.id, kind, formKey, fileName: file.name, upload, columnOf };
  const answer = await checkImport(at.ctx, sent);
  if (!answer.ok) return refusedBy(answer, form.values, 422);
  return redirect(`/desk/${group.slug}/bulk/${answer.importId}`);
});

export default function CheckImport() {
  const { group, kinds, waiting } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("bulk.title")}
      lead={t("bulk.lead")}
      back={{ to: `/desk/${group.slug}`, label: group.name }}
      width="narrow"
    >
      <WaitingSheets waiting={waiting} under={`/desk/${group.slug}/bulk`} />
      {kinds.map(({ kind, formKey }) => (
        <Card key={kind}>
          <Section title={t(`bulk.${kind}`)}>
            <p>{t(`bulk.${kind}.text`)}</p>
            <SheetLinks kind={kind} under={`/desk/${group.slug}/export`} />
            <FormFrame state={state?.values.kind?.[0] === kind ? state : undefined} multipart>
              <input type="hidden" name="kind" value={kind} />
              <input type="hidden" name="formKey" value={formKey} />
              <SheetField name="file" label={t(`bulk.file.${kind}`)} hint={t("bulk.file.hint")} />
              <Button>{t("bulk.check")}</Button>
            </FormFrame>
          </Section>
        </Card>
      ))}
    </Page>
  );
}
