import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { permit } from "#app/domain/permissions.ts";
import { BoxForm as BoxFields } from "#app/domain/ship-forms.ts";
import { sizeWords } from "#app/i18n/box-words.ts";
import { formatWeight } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Card, Empty, Page, Section } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { Table } from "#app/ui/table.tsx";
import { setBox } from "#app/usecases/ship/set-box.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listBoxes } from "#db/read/boxes.ts";
import { BoxForm } from "./box-form.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "boxes.title");

export const loader = door(async ({ ctx }) => {
  permit(ctx.actor, "set-box", { hubId: ctx.actor.hubIds[0] });
  return { boxes: await listBoxes(), formKey: ctx.secrets.token() };
});

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "set-box", { hubId: ctx.actor.hubIds[0] });
  const form = await readForm(request, BoxFields);
  if (!form.ok) return refused(form.state, form.status);
  const { intent: _, ...box } = form.value;
  const answer = await setBox(ctx, { ...box, boxId: null });
  return answer.ok ? redirect("/boxes") : refusedBy(answer, form.values);
});

export default function Boxes() {
  const { boxes, formKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  return (
    <Page title={t("boxes.title")} lead={t("boxes.lead")} back={{ to: "/runs", label: t("runs.title") }}>
      <Refusal state={state} />
      {boxes.length === 0 ? (
        <Empty text={t("boxes.none")} />
      ) : (
        <Table
          caption={t("boxes.caption")}
          rows={boxes}
          rowKey={(box) => box.id}
          columns={[
            {
              key: "name",
              label: t("boxes.name"),
              cell: (box) => (
                <Link to={`/boxes/${box.id}`} className="inline-flex min-h-11 items-center underline">
                  {box.name}
                </Link>
              ),
            },
            { key: "kind", label: t("boxes.kind"), cell: (box) => t(`boxes.kind.${box.kind}`) },
            { key: "inside", label: t("boxes.inside"), cell: (box) => `${sizeWords(box)} cm` },
            {
              key: "empty",
              label: t("boxes.empty"),
              numeric: true,
              cell: (box) => formatWeight(locale, box.emptyGrams),
            },
            { key: "most", label: t("boxes.most"), cell: (box) => formatWeight(locale, box.maxGrams) },
          ]}
        />
      )}
      <Section title={t("boxes.add")}>
        <Card className="max-w-xl">
          <BoxForm formKey={formKey} state={state} />
        </Card>
      </Section>
    </Page>
  );
}
