import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { CashMovementForm, MONEY_PLACES } from "#app/domain/cash-movement.ts";
import { may } from "#app/domain/permissions.ts";
import { formatMonth } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Empty, Page } from "#app/ui/page.tsx";
import { PrintSheet } from "#app/ui/print-sheet.tsx";
import { TabLinks } from "#app/ui/tab-links.tsx";
import { recordCashMovement } from "#app/usecases/books/record-cash-movement.ts";
import { door } from "#app/web/door.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { openMoneyBook } from "#app/web/money-book.server.ts";
import { monthBeside } from "#app/web/month.ts";
import { pageTitle } from "#app/web/title.ts";
import { getGroupMoney } from "#db/read/books.ts";
import { refusedByKeeping, refusedKeeping, uploadOf } from "../sell/held-photo.server.ts";
import { CashForm } from "./cash-form.tsx";
import { MoneyLines } from "./money-lines.tsx";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data?.place === "bank" ? "cash.title.bank" : "cash.title");

export const loader = door(async (entered) => {
  const { group, ...book } = await openMoneyBook(entered);
  const { actor, now, secrets } = entered.ctx;
  const mayRecord =
    group !== null && book.place === "cash" && may(actor, "record-cash-movement", { groupId: group.id });
  return {
    ...book,
    name: group?.name ?? null,
    form: mayRecord
      ? {
          formKey: secrets.token(),
          today: dayInWib(now.getTime()),
          cashBox: (await getGroupMoney(actor, group.id)).cashBox,
        }
      : null,
  };
});

export const action = door(async (entered) => {
  const group = await openGroup(entered, "record-cash-movement");
  const form = await readForm(entered.request, CashMovementForm);
  if (!form.ok) return refusedKeeping(entered.ctx, form, "receipt");
  const receipt = await uploadOf(entered.ctx, form, "receipt");
  const answer = await recordCashMovement(entered.ctx, { ...form.value, groupId: group.id, receipt });
  if (!answer.ok) return refusedByKeeping(entered.ctx, form, answer, { field: "receipt" });
  return redirect(`/books/${group.slug}/cash/${answer.movementId}`, 303);
});

export default function MoneyBook() {
  const { slug, name, place, month, opening, closing, rows, form } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  const base = `/books/${slug}/cash`;
  const title = t(place === "bank" ? "cash.title.bank" : "cash.title");
  const isNetwork = name === null;
  return (
    <Page
      title={title}
      lead={`${name ?? t("audit.network")}, ${formatMonth(locale, month)}`}
      back={
        isNetwork ? { to: "/operate", label: t("operate.title") } : { to: `/books/${slug}`, label: t("books.title") }
      }
    >
      {isNetwork ? null : (
        <TabLinks
          label={t("cash.which")}
          tabs={MONEY_PLACES.map((each) => ({
            ...{ key: each, label: t(`cash.tab.${each}`), isHere: each === place },
            to: `${base}?month=${month}${each === "bank" ? "&place=bank" : ""}`,
          }))}
        />
      )}
      <p className="max-w-prose text-quiet">{t(isNetwork ? "cash.lead.network" : `cash.lead.${place}`)}</p>
      <PrintSheet label={t("cash.print")} hint={t("cash.print.hint")}>
        {rows.length === 0 ? <Empty drawing="book" text={t("cash.none")} /> : null}
        <MoneyLines {...{ slug, name, place, month, opening, closing, rows }} />
      </PrintSheet>
      <Months />
      {form ? <CashForm slug={slug} state={state} {...form} /> : null}
    </Page>
  );
}

const LINK = "inline-flex min-h-11 items-center text-sea underline";

/** The months beside this one, and this one as a file. */
function Months() {
  const { slug, month, place, isCurrent } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const query = (name: string): string => `?month=${name}${place === "bank" ? "&place=bank" : ""}`;
  return (
    <p className="flex flex-wrap justify-between gap-4 print:hidden">
      <Link className={LINK} to={`/books/${slug}/cash${query(monthBeside(month, -1))}`}>
        ← {formatMonth(locale, monthBeside(month, -1))}
      </Link>
      <a className={LINK} href={`/books/${slug}/cash.xlsx${query(month)}`} download>
        {t("cash.xlsx")}
      </a>
      {isCurrent ? null : (
        <Link className={LINK} to={`/books/${slug}/cash${query(monthBeside(month, 1))}`}>
          {formatMonth(locale, monthBeside(month, 1))} →
        </Link>
      )}
    </p>
  );
}
