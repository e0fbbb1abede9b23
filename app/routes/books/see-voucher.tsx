import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { amountInWords } from "#app/domain/amount-in-words.ts";
import { isIncome, ReverseMovementForm, voucherNumber } from "#app/domain/cash-movement.ts";
import { may } from "#app/domain/permissions.ts";
import { CASH_BOX, whyAddress } from "#app/domain/why.ts";
import { formatMoment, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Notice, Page } from "#app/ui/page.tsx";
import { PrintSheet } from "#app/ui/print-sheet.tsx";
import { reverseCashMovement } from "#app/usecases/books/reverse-cash-movement.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findVoucher } from "#db/read/cash-movements.ts";
import { TakeBack } from "./take-back.tsx";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "voucher.title", { number: data?.voucher.label ?? "" });

export const loader = door(async (entered) => {
  const group = await openGroup(entered, "see-books");
  const { actor } = entered.ctx;
  const found = await findVoucher(actor, { groupId: group.id, movementId: entered.param("movement") });
  if (!found) throw notFound();
  const { id, category, amount, day, counterpart, note, receiptPhotoId, recorder, recordedAt } = found;
  const other = (each: typeof found.takesBack) => each && { id: each.id, label: voucherNumber(each) };
  return {
    group: { slug: group.slug, name: group.name },
    voucher: {
      ...{ id, category, amount, day, counterpart, note, recorder, recordedAt, label: voucherNumber(found) },
      // What takes an expense back brings cash in.
      isIn: isIncome(category) !== (found.reverses !== null),
      ...{
        hasReceipt: receiptPhotoId !== null,
        takesBack: other(found.takesBack),
        takenBackBy: other(found.takenBackBy),
      },
    },
    mayReverse:
      found.reverses === null &&
      found.takenBackBy === null &&
      may(actor, "reverse-cash-movement", { groupId: group.id }),
  };
});

export const action = door(async (entered) => {
  const group = await openGroup(entered, "reverse-cash-movement");
  const form = await readForm(entered.request, ReverseMovementForm);
  if (!form.ok) return refused(form.state, form.status);
  const movementId = entered.param("movement");
  const answer = await reverseCashMovement(entered.ctx, { ...form.value, groupId: group.id, movementId });
  if (!answer.ok && answer.reason === "no-such-movement") throw notFound();
  return answer.ok ? redirect(`/books/${group.slug}/cash/${answer.movementId}`, 303) : refusedBy(answer, form.values);
});

export default function SeeVoucher() {
  const { group, voucher, mayReverse } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  const base = `/books/${group.slug}/cash`;
  return (
    <Page
      title={t("voucher.title", { number: voucher.label })}
      lead={group.name}
      trail={[
        { to: `/books/${group.slug}`, label: t("books.title") },
        { to: base, label: t("cash.title") },
      ]}
      width="narrow"
    >
      {voucher.takenBackBy ? (
        <Notice tone="warn">
          <Link to={`${base}/${voucher.takenBackBy.id}`} className="inline-flex min-h-11 items-center underline">
            {t("voucher.taken-back", { number: voucher.takenBackBy.label })}
          </Link>
        </Notice>
      ) : null}
      <PrintSheet>
        <p className="text-lg font-bold text-sea-deep">{group.name}</p>
        <Facts facts={useFacts()} />
        <p className="text-sm text-quiet">
          {t("voucher.recorded", { name: voucher.recorder, moment: formatMoment(locale, voucher.recordedAt) })}
        </p>
        <div className="grid grid-cols-2 gap-6">
          {[t("voucher.sign.paid"), t("voucher.sign.received")].map((who) => (
            <p key={who} className="h-24 border-b border-line">
              {who}
            </p>
          ))}
        </div>
      </PrintSheet>
      {voucher.hasReceipt ? (
        <p className="print:hidden">
          <a href={`${base}/${voucher.id}/receipt`} className="inline-flex min-h-11 items-center text-sea underline">
            {t("voucher.receipt")}
          </a>
        </p>
      ) : null}
      {mayReverse ? <TakeBack state={state} /> : null}
    </Page>
  );
}

function useFacts() {
  const { group, voucher } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const { amount, takesBack } = voucher;
  return [
    {
      label: t(voucher.isIn ? "voucher.in" : "voucher.out"),
      value: (
        <Amount
          amount={amount}
          why={whyAddress(group.slug, amount, { ...CASH_BOX, cause: voucher.id, isCredit: !voucher.isIn })}
          className="text-lg font-bold"
        />
      ),
    },
    { label: t("voucher.words"), value: amountInWords(amount, locale) },
    { label: t("voucher.for"), value: t(`cash.for.${voucher.category}`) },
    { label: t("cash.counterpart"), value: voucher.counterpart },
    { label: t("cash.receipt-day"), value: formatShortDay(locale, voucher.day) },
    ...(voucher.note ? [{ label: t("cash.note"), value: voucher.note }] : []),
    ...(takesBack
      ? [
          {
            label: t("voucher.takes-back"),
            value: (
              <Link
                to={`/books/${group.slug}/cash/${takesBack.id}`}
                className="inline-flex min-h-11 items-center text-sea underline"
              >
                {takesBack.label}
              </Link>
            ),
          },
        ]
      : []),
  ];
}
