import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { amountInWords } from "#app/domain/amount-in-words.ts";
import { may, permit } from "#app/domain/permissions.ts";
import { ReverseSavingsForm, SAVING_KINDS, savingsNumber, totalSaved } from "#app/domain/savings.ts";
import { CAPITAL, savedAs, type Why, whyAddress } from "#app/domain/why.ts";
import { formatMoment, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Notice, Page } from "#app/ui/page.tsx";
import { PrintSheet } from "#app/ui/print-sheet.tsx";
import { reverseSavings } from "#app/usecases/books/reverse-savings.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openCooperative } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findGroup } from "#db/read/groups.ts";
import { findSavingsReceipt } from "#db/read/savings.ts";
import { TakeBack } from "./take-back.tsx";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "savings.receipt.title", { number: data?.receipt.label ?? "" });

export const loader = door(async ({ ctx, param }) => {
  const { actor } = ctx;
  if (actor.personId === null) permit(actor, "see-desk");
  const group = await findGroup(param("group"));
  const found = group && (await findSavingsReceipt(actor, { groupId: group.id, movementId: param("movement") }));
  if (!group || !found) throw notFound();
  const { movement, member, recorder, takenBackBy, takesBack } = found;
  const { id, memberId, purpose, way, pokok, wajib, sukarela, day, note, reverses, recordedAt } = movement;
  const other = (each: typeof takesBack) => each && { id: each.id, label: savingsNumber(each) };
  return {
    group: { slug: group.slug, name: group.name },
    receipt: {
      ...{ id, memberId, purpose, way, day, note, recordedAt, recorder, member, label: savingsNumber(movement) },
      parts: SAVING_KINDS.map((kind) => ({ kind, amount: { pokok, wajib, sukarela }[kind] })),
      total: totalSaved(movement),
      // What takes a deposit back gives money out.
      isIn: (purpose === "deposit") !== (reverses !== null),
      ...{ takesBack: other(takesBack), takenBackBy: other(takenBackBy) },
    },
    seesBooks: may(actor, "see-books", { groupId: group.id }),
    mayReverse: reverses === null && takenBackBy === null && may(actor, "reverse-savings", { groupId: group.id }),
  };
});

export const action = door(async (entered) => {
  const group = await openCooperative(entered, "reverse-savings");
  const form = await readForm(entered.request, ReverseSavingsForm);
  if (!form.ok) return refused(form.state, form.status);
  const movementId = entered.param("movement");
  const answer = await reverseSavings(entered.ctx, { ...form.value, groupId: group.id, movementId });
  if (!answer.ok && answer.reason === "no-such-receipt") throw notFound();
  return answer.ok
    ? redirect(`/books/${group.slug}/savings/receipts/${answer.movementId}`, 303)
    : refusedBy(answer, form.values);
});

const LINK = "inline-flex min-h-11 items-center text-sea underline";

export default function SeeSavingsReceipt() {
  const { group, receipt, seesBooks, mayReverse } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  const base = `/books/${group.slug}`;
  const own = `${base}/members/${receipt.memberId}/savings`;
  return (
    <Page
      title={t("savings.receipt.title", { number: receipt.label })}
      lead={group.name}
      trail={[
        ...(seesBooks ? [{ to: `${base}/savings`, label: t("savings.title") }] : []),
        { to: own, label: receipt.member.name },
      ]}
      width="narrow"
    >
      {receipt.takenBackBy ? (
        <Notice tone="warn">
          <Link
            to={`${base}/savings/receipts/${receipt.takenBackBy.id}`}
            className="inline-flex min-h-11 items-center underline"
          >
            {t("voucher.taken-back", { number: receipt.takenBackBy.label })}
          </Link>
        </Notice>
      ) : null}
      <PrintSheet>
        <p className="text-lg font-bold text-sea-deep">{group.name}</p>
        <Facts facts={useFacts()} />
        <p className="text-sm text-quiet">
          {t("voucher.recorded", { name: receipt.recorder, moment: formatMoment(locale, receipt.recordedAt) })}
        </p>
        <div className="grid grid-cols-2 gap-6">
          {[t("voucher.sign.paid"), t("voucher.sign.received")].map((who) => (
            <p key={who} className="h-24 border-b border-line">
              {who}
            </p>
          ))}
        </div>
      </PrintSheet>
      {mayReverse ? <TakeBack state={state} /> : null}
    </Page>
  );
}

function useFacts() {
  const { group, receipt } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const { member, isIn, parts, total, takesBack } = receipt;
  const opens = (amount: number, why: Why) => {
    const ofMember = { ...why, of: "member", member: receipt.memberId, cause: receipt.id, isCredit: isIn } as const;
    return { amount, why: whyAddress(group.slug, amount, ofMember) };
  };
  return [
    { label: t("books.member"), value: `${member.number}. ${member.name}` },
    {
      label: t(isIn ? "savings.receipt.in" : "savings.receipt.out"),
      value: <Amount {...opens(total, CAPITAL)} className="text-lg font-bold" />,
    },
    { label: t("voucher.words"), value: amountInWords(total, locale) },
    ...parts
      .filter(({ amount }) => amount > 0)
      .map(({ kind, amount }) => ({
        label: t(`savings.${kind}`),
        value: <Amount {...opens(amount, savedAs(kind))} />,
      })),
    { label: t("savings.way"), value: t(`savings.way.${receipt.way}`) },
    { label: t("savings.day"), value: formatShortDay(locale, receipt.day) },
    ...(receipt.note ? [{ label: t("savings.note"), value: receipt.note }] : []),
    ...(takesBack
      ? [
          {
            label: t("voucher.takes-back"),
            value: (
              <Link to={`/books/${group.slug}/savings/receipts/${takesBack.id}`} className={LINK}>
                {takesBack.label}
              </Link>
            ),
          },
        ]
      : []),
  ];
}
