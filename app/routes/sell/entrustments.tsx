import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { type Due, owedIn, ReceiveForm } from "#app/domain/entrusted-money.ts";
import { may } from "#app/domain/permissions.ts";
import { formatQuantity, formatShortDay } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { MoneyField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Card, Empty, Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { receiveForEntrusted } from "#app/usecases/sell/receive-for-entrusted.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { readDues } from "#db/read/entrusted-money.ts";
import { listEntrusted } from "#db/read/entrustments.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "entrust.title");

export const loader = door(async (at) => {
  const group = await openGroup(at, "see-desk");
  const { actor } = at.ctx;
  const { places, notes } = await listEntrusted(actor, group.id);
  const mayReceive = may(actor, "receive-for-entrusted", { groupId: group.id });
  const dues = mayReceive ? await readDues(group.id) : new Map<string, Due[]>();
  return {
    group: { slug: group.slug, name: group.name },
    mayEntrust: may(actor, "entrust-goods", { groupId: group.id }),
    mayCount: may(actor, "count-entrusted", { groupId: group.id }),
    notes,
    places: places.map(({ lines, ...place }) => ({
      ...place,
      due: owedIn(dues.get(place.key) ?? []),
      formKey: at.ctx.secrets.token(),
      lines: lines.map(({ id, listingName, variantName, unit, leftMilli, memberName, number }) => ({
        ...{ id, name: [listingName, variantName].filter(Boolean).join(", "), unit, leftMilli, memberName, number },
      })),
    })),
  };
});

export const action = door(async (at) => {
  const group = await openGroup(at, "receive-for-entrusted");
  const form = await readForm(at.request, ReceiveForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await receiveForEntrusted(at.ctx, { ...form.value, groupId: group.id });
  return answer.ok ? redirect(`/desk/${group.slug}/entrustments`, 303) : refusedBy(answer, form.values);
});

export default function Entrustments() {
  const { group, mayEntrust, notes, places } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <Page title={t("entrust.title")} lead={t("entrust.lead")} back={{ to: `/desk/${group.slug}`, label: group.name }}>
      {mayEntrust ? (
        <p>
          <ButtonLink to={`/desk/${group.slug}/entrustments/new`}>{t("entrust.new")}</ButtonLink>
        </p>
      ) : null}
      {notes.length === 0 ? <Empty text={t("entrust.none")} /> : null}
      {places.map((place) => (
        <AtPlace key={place.key} place={place} />
      ))}
      {notes.length > 0 ? (
        <Section title={t("entrust.notes")}>
          <ul className="grid gap-2">
            {notes.map((note) => (
              <li key={note.number} className="flex flex-wrap items-center gap-x-3">
                <Link
                  to={`/desk/${group.slug}/entrustments/${note.number}`}
                  className="inline-flex min-h-11 items-center text-sea underline"
                >
                  {t("entrust.number", { number: note.number })}
                </Link>
                <span>
                  {note.memberName} · {note.placeName} · {formatShortDay(locale, note.day)}
                </span>
                {note.isOpen ? null : <Badge>{t("entrust.done")}</Badge>}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}

type Place = ReturnType<typeof useLoaderData<typeof loader>>["places"][number];

/** What lies at one place, and the door to counting it. */
function AtPlace({ place }: { place: Place }) {
  const { group, mayCount } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <Section title={place.placeName}>
      {place.lines.length === 0 ? (
        <p className="text-quiet">{t("entrust.place.empty")}</p>
      ) : (
        <Card className="grid gap-3">
          <Table
            caption={t("entrust.place.caption")}
            rows={place.lines}
            rowKey={(line) => line.id}
            columns={[
              { key: "goods", label: t("entrust.goods"), cell: (line) => line.name },
              { key: "member", label: t("entrust.member"), cell: (line) => line.memberName },
              { key: "note", label: t("entrust.note"), cell: (line) => line.number },
              {
                key: "left",
                label: t("entrust.left"),
                numeric: true,
                cell: (line) => `${formatQuantity(locale, line.leftMilli)} ${unitName(t, line.unit)}`,
              },
            ]}
          />
          {mayCount ? (
            <p>
              <ButtonLink
                look="second"
                to={`/desk/${group.slug}/entrustments/count?place=${encodeURIComponent(place.key)}`}
              >
                {t("entrust.count.open", { place: place.placeName })}
              </ButtonLink>
            </p>
          ) : null}
        </Card>
      )}
      {place.due > 0 ? <Receive place={place} debts={`/books/${group.slug}/registers/debts`} /> : null}
    </Section>
  );
}

/** What a place owes for what it sold, and the money that it hands over. */
function Receive({ place, debts }: { place: Place; debts: string }) {
  const answer = useActionData<typeof action>();
  const { t } = useWords();
  const state = answer?.values.place?.[0] === place.key ? answer : undefined;
  return (
    <Card className="grid gap-3">
      <p>
        {t("entrust.due")} <Amount amount={place.due} className="font-bold" why={debts} />
        <span className="block text-sm text-quiet">{t("entrust.due.hint")}</span>
      </p>
      <FormFrame state={state} className="grid gap-3">
        <input type="hidden" name="place" value={place.key} />
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? place.formKey} />
        <MoneyField name="amount" label={t("entrust.receive.amount")} hint={t("entrust.receive.hint")} />
        <Button look="second">{t("entrust.receive.do")}</Button>
      </FormFrame>
    </Card>
  );
}
