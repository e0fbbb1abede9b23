import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { readTypedRows, TypeInForm } from "#app/domain/hub-work.ts";
import { permit } from "#app/domain/permissions.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { NotSent } from "#app/ui/not-sent.tsx";
import { Empty, Notice, Page } from "#app/ui/page.tsx";
import { TabLinks } from "#app/ui/tab-links.tsx";
import { typeInList } from "#app/usecases/ship/type-in-list.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listFor, PAPER_LISTS, rowsOf, type TypedList } from "./hub-lists.server.ts";
import { hubHead, openRunOf } from "./hub-page.server.ts";
import { TypedRows } from "./typed-rows.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "hub.type-in.title");

function typedList(state: Parameters<typeof listFor>[0], asked: string | null): TypedList {
  const list = listFor(state, asked);
  return list === "hand-over" ? "arrival" : list;
}

export const loader = door(async (entered) => {
  const run = await openRunOf(entered);
  permit(entered.ctx.actor, "type-in-list", { hubId: run.hubId });
  const list = typedList(run.state, entered.url.searchParams.get("list"));
  return {
    ...hubHead(entered, run),
    ...{ list, lists: PAPER_LISTS.filter((each) => each !== "hand-over"), rows: await rowsOf(entered, run, list) },
    formKey: entered.ctx.secrets.token(),
    typed: Number(entered.url.searchParams.get("typed") ?? 0) || 0,
  };
});

export const action = door(async (entered) => {
  const run = await openRunOf(entered);
  const list = typedList(run.state, entered.url.searchParams.get("list"));
  const form = await readForm(entered.request, TypeInForm);
  if (!form.ok) return refused(form.state, form.status);
  const read = readTypedRows(form.value);
  if (!read.ok) return refused({ errors: read.fields, values: form.values });
  const { formKey, doneBy } = form.value;
  const answer = await typeInList(entered.ctx, { runId: run.id, list, rows: read.rows, doneBy, formKey });
  return answer.ok
    ? redirect(`/runs/${run.code}/type-in?list=${list}&typed=${answer.typed}`)
    : refusedBy(answer, form.values);
});

export default function TypeInList() {
  const data = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const { code, list, rows } = data;
  return (
    <Page
      title={t("hub.type-in.title")}
      lead={data.way}
      back={{ to: `/runs/${code}/paper?list=${list}`, label: t("hub.paper.title") }}
    >
      <NotSent who={data.who} />
      <TabLinks
        label={t("hub.type-in.title")}
        tabs={data.lists.map((each) => ({
          key: each,
          to: `/runs/${code}/type-in?list=${each}`,
          label: t(`hub.list.${each}`),
          isHere: each === list,
        }))}
      />
      {data.typed > 0 && !state ? (
        <div role="status">
          <Notice tone="good">{t("hub.type-in.done", { count: data.typed })}</Notice>
        </div>
      ) : null}
      {rows.length === 0 ? (
        <Empty drawing="boat" text={t("hub.paper.none")} />
      ) : (
        <FormFrame state={state} later={t("hub.later.type-in", { code })}>
          <input type="hidden" name="formKey" value={data.formKey} />
          <TextField
            name="doneBy"
            label={t("hub.type-in.done-by")}
            hint={t("hub.type-in.done-by-hint")}
            optional
            autoComplete="off"
            maxLength={60}
          />
          <TypedRows list={list} rows={rows} />
          <Button wide>{t("hub.type-in.do")}</Button>
        </FormFrame>
      )}
    </Page>
  );
}
