import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { UndoForm } from "#app/domain/entrusted-money.ts";
import { sum } from "#app/domain/money.ts";
import { may } from "#app/domain/permissions.ts";
import { formatQuantity, formatShortDay } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { PrintSheet } from "#app/ui/print-sheet.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { Table } from "#app/ui/table.tsx";
import { undoEntrusted } from "#app/usecases/sell/undo-entrusted.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findEntrustment } from "#db/read/entrustments.ts";
import { EntrustedHistory, UndoEntrusted } from "./entrusted-history.tsx";
import { numberOf } from "./entrustment.server.ts";

/** Where the key for taking the note itself back is kept. */
const NOTE = "";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "entrust.note");

export const loader = door(async (at) => {
  const group = await openGroup(at, "see-desk");
  const { actor } = at.ctx;
  const note = await findEntrustment(actor, { groupId: group.id, number: numberOf(at) });
  if (!note) throw notFound();
  const isOpen = note.lines.some((line) => line.leftMilli > 0);
  return {
    group: { slug: group.slug, name: group.name },
    note,
    earned: sum(note.lines.map((line) => line.soldValue)),
    mayReturn: isOpen && may(actor, "return-entrusted", { groupId: group.id }),
    // What is taken back needs a form of its own each, and each form its own key.
    undoKeys: may(actor, "undo-entrusted", { groupId: group.id })
      ? Object.fromEntries(
          [NOTE, ...note.changes.map((each) => each.changeId)].map((id) => [id, at.ctx.secrets.token()]),
        )
      : null,
    isUntouched: note.lines.every((line) => line.leftMilli === line.quantityMilli),
  };
});

export const action = door(async (at) => {
  const group = await openGroup(at, "undo-entrusted");
  const form = await readForm(at.request, UndoForm);
  if (!form.ok) return refused(form.state, form.status);
  const number = numberOf(at);
  const answer = await undoEntrusted(at.ctx, { ...form.value, groupId: group.id, number });
  if (!answer.ok && answer.reason === "no-such-entrustment") throw notFound();
  return answer.ok ? redirect(`/desk/${group.slug}/entrustments/${number}`, 303) : refusedBy(answer, form.values);
});

export default function SeeEntrustment() {
  const { group, note, earned, mayReturn, isUntouched, undoKeys } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  const facts = [
    { label: t("entrust.group"), value: group.name },
    { label: t("entrust.member"), value: <strong>{`${note.memberNumber}. ${note.memberName}`}</strong> },
    { label: t("entrust.place.short"), value: note.placeName },
    { label: t("entrust.day"), value: formatShortDay(locale, note.day) },
    ...(note.note ? [{ label: t("entrust.remark"), value: note.note }] : []),
    { label: t("entrust.recorded"), value: note.recordedBy },
  ];
  return (
    <Page
      title={t("entrust.number", { number: note.number })}
      back={{ to: `/desk/${group.slug}/entrustments`, label: t("entrust.title") }}
      width="narrow"
    >
      <Refusal state={state} />
      <PrintSheet label={t("entrust.print")} hint={t("entrust.print.hint")}>
        <Facts facts={facts} />
        <NoteLines />
        <p>{t("entrust.terms")}</p>
        <div className="grid grid-cols-2 gap-6">
          {[t("entrust.sign.member"), t("entrust.sign.group")].map((who) => (
            <p key={who} className="flex h-28 flex-col justify-between border-b border-line pb-1">
              <span>{who}</span>
              <span className="text-sm text-quiet">{t("entrust.sign.name")}</span>
            </p>
          ))}
        </div>
      </PrintSheet>
      <p className="print:hidden">
        {t("entrust.earned")} <Amount plain="here" amount={earned} className="font-bold" />. {t("entrust.earned.hint")}
      </p>
      {mayReturn ? (
        <p className="print:hidden">
          <ButtonLink look="second" to={`/desk/${group.slug}/entrustments/${note.number}/return`}>
            {t("entrust.return.title")}
          </ButtonLink>
        </p>
      ) : null}
      <div className="grid gap-6 print:hidden">
        <Now />
        <EntrustedHistory note={note} undoKeys={undoKeys} />
        {undoKeys && isUntouched ? (
          <UndoEntrusted changeId={NOTE} formKey={undoKeys[NOTE] ?? ""} label={t("entrust.undo.note")}>
            {t("entrust.undo.note.hint")}
          </UndoEntrusted>
        ) : null}
      </div>
    </Page>
  );
}

/** What of each line was sold, is lost, went home, and must still be there. */
function Now() {
  const { note } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <Section title={t("entrust.now")}>
      <ul className="grid gap-2">
        {note.lines.map((line) => {
          const amount = (milli: number) => `${formatQuantity(locale, milli)} ${unitName(t, line.unit)}`;
          const parts = [
            line.soldMilli > 0 && `${t("entrust.sold")} ${amount(line.soldMilli)}`,
            line.lostMilli > 0 && `${t("entrust.lost")} ${amount(line.lostMilli)}`,
            line.returnedMilli > 0 && `${t("entrust.returned")} ${amount(line.returnedMilli)}`,
            `${t("entrust.left")} ${amount(line.leftMilli)}`,
          ];
          return (
            <li key={line.id}>
              <span className="font-semibold">{[line.listingName, line.variantName].filter(Boolean).join(", ")}</span>
              <span className="block">{parts.filter(Boolean).join(" · ")}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** What the note says came. */
function NoteLines() {
  const { note } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const lines = note.lines.map((line) => ({
    ...line,
    amount: (milli: number): string => `${formatQuantity(locale, milli)} ${unitName(t, line.unit)}`,
  }));
  return (
    <Table
      caption={t("entrust.lines")}
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        {
          key: "goods",
          label: t("entrust.goods"),
          cell: (line) => [line.listingName, line.variantName].filter(Boolean).join(", "),
        },
        {
          key: "price",
          label: t("entrust.price"),
          numeric: true,
          phone: "plain",
          cell: (line) => <Amount plain="agreed" amount={line.agreedPrice} />,
        },
        {
          key: "quantity",
          label: t("entrust.quantity"),
          numeric: true,
          cell: (line) => line.amount(line.quantityMilli),
        },
      ]}
    />
  );
}
