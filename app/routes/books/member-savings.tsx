import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { accountCode } from "#app/domain/ledger.ts";
import { negate, rupiah, subtract, ZERO } from "#app/domain/money.ts";
import { may } from "#app/domain/permissions.ts";
import { isCooperative, SAVING_KINDS, SaveFromShareForm, savingsNumber, totalSaved } from "#app/domain/savings.ts";
import { CAPITAL, OWED, type Why, whyAddress } from "#app/domain/why.ts";
import { formatRupiah, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CheckField, MoneyField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Empty, Page, Section } from "#app/ui/page.tsx";
import { PrintSheet } from "#app/ui/print-sheet.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { Table } from "#app/ui/table.tsx";
import { saveFromShare } from "#app/usecases/books/save-from-share.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openOwnMoney } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { heldBack } from "#db/read/complaints.ts";
import { findNewestWithdrawal } from "#db/read/fund-payments.ts";
import { balanceOf } from "#db/read/ledger.ts";
import { findSaver, listSavingsMovements } from "#db/read/savings.ts";
import { listSharedYears } from "#db/read/surplus.ts";
import { Standing } from "./savings-standing.tsx";
import { takeWithdrawalStep, WithdrawalIntent } from "./withdrawal.server.ts";
import { Withdrawal } from "./withdrawal.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "savings.book.title");

async function openSaver(entered: Door) {
  const { group, member } = await openOwnMoney(entered, "see-savings");
  const saver = isCooperative(group.kind)
    ? await findSaver(entered.ctx.actor, { groupId: group.id, memberId: member.id, now: entered.ctx.now })
    : undefined;
  if (!saver) throw notFound();
  return { group, saver };
}

export const loader = door(async (entered) => {
  const { group, saver } = await openSaver(entered);
  const { actor, secrets } = entered.ctx;
  const which = { groupId: group.id, memberId: saver.id };
  const [slips, movements, payable, held] = await Promise.all([
    listSharedYears(which),
    listSavingsMovements(which),
    balanceOf(accountCode("member-payable", { kind: "member", id: saver.id })),
    heldBack([group.id]),
  ]);
  const share = rupiah(Math.max(0, subtract(negate(payable), held.get(saver.id) ?? ZERO)));
  const { id, number, name, saved, total, standing, left } = saver;
  let balance = 0;
  return {
    group: { slug: group.slug, name: group.name },
    saver: { id, number, name, saved, total, standing, hasLeft: left !== null },
    rows: movements.map((row) => {
      const isIn = (row.purpose === "deposit") !== (row.reverses !== null);
      const change = totalSaved(row) * (isIn ? 1 : -1);
      balance += change;
      return { id: row.id, label: savingsNumber(row), day: row.day, change, balance, way: row.way, isIn };
    }),
    ...{ share, slips },
    asked: (await findNewestWithdrawal(saver.id)) ?? null,
    askKey: may(actor, "ask-withdrawal", which) && left === null && saved.sukarela > 0 ? secrets.token() : null,
    mayRefuse: may(actor, "refuse-withdrawal", { groupId: group.id }),
    formKey: may(actor, "save-from-share", which) && left === null && share > 0 ? secrets.token() : null,
    seesBooks: may(actor, "see-books", { groupId: group.id }),
    mayRecord: may(actor, "record-savings", { groupId: group.id }),
  };
});

export const action = door(async (entered) => {
  const { group, saver } = await openSaver(entered);
  const own = { groupId: group.id, memberId: saver.id };
  const asked = await readForm(entered.request.clone(), WithdrawalIntent);
  if (asked.ok && asked.value.intent !== "") {
    const refusal = await takeWithdrawalStep(entered, own);
    return refusal ?? redirect(`/books/${group.slug}/members/${saver.id}/savings`, 303);
  }
  const form = await readForm(entered.request, SaveFromShareForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await saveFromShare(entered.ctx, { ...form.value, groupId: group.id, memberId: saver.id });
  if (!answer.ok) return refusedBy(answer, form.values);
  return redirect(`/books/${group.slug}/savings/receipts/${answer.movementId}`, 303);
});

export default function MemberSavings() {
  const page = useLoaderData<typeof loader>();
  const { group, saver, slips, seesBooks, mayRecord, formKey } = page;
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const base = `/books/${group.slug}`;
  return (
    <Page
      title={t("savings.book.title")}
      lead={t("savings.book.lead", { number: saver.number, name: saver.name, group: group.name })}
      back={
        seesBooks
          ? { to: `${base}/savings`, label: t("savings.title") }
          : { to: `${base}/members/${saver.id}`, label: t("books.statement.title") }
      }
    >
      <Standing slug={group.slug} saver={saver} />
      {mayRecord ? (
        <p className="print:hidden">
          <ButtonLink to={`${base}/savings/record?member=${saver.id}${saver.hasLeft ? "&purpose=leaving" : ""}`}>
            {t("savings.record")}
          </ButtonLink>
        </p>
      ) : null}
      {slips.length > 0 ? (
        <p className="flex flex-wrap gap-x-6 print:hidden">
          {slips.map((year) => (
            <Link
              key={year}
              to={`${base}/members/${saver.id}/surplus/${year}`}
              className="inline-flex min-h-11 items-center text-sea underline"
            >
              {t("surplus.slip.see", { year: String(year) })}
            </Link>
          ))}
        </p>
      ) : null}
      <Withdrawal page={page} state={state} />
      <Book />
      {formKey === null ? null : <FromShare />}
    </Page>
  );
}

function Book() {
  const { group, saver, rows } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const opens = (amount: number, rest: Partial<Why>) => ({
    ...{ amount, why: whyAddress(group.slug, amount, { ...CAPITAL, of: "member", member: saver.id, ...rest }) },
  });
  return (
    <PrintSheet label={t("cash.print")} hint={t("cash.print.hint")}>
      <p className="hidden text-lg font-bold text-sea-deep print:block">
        {t("savings.book.lead", { number: saver.number, name: saver.name, group: group.name })}
      </p>
      {rows.length === 0 ? (
        <Empty drawing="book" text={t("savings.book.none")} />
      ) : (
        <Table
          caption={t("savings.book.caption")}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: "day", label: t("cash.day"), phone: "plain", cell: (row) => formatShortDay(locale, row.day) },
            {
              key: "number",
              label: t("cash.number"),
              phone: "name",
              cell: (row) => (
                <Link
                  to={`/books/${group.slug}/savings/receipts/${row.id}`}
                  className="inline-flex min-h-11 items-center text-sea underline"
                >
                  {row.label}
                </Link>
              ),
            },
            {
              key: "what",
              label: t("cash.what"),
              phone: "plain",
              cell: (row) => t(row.isIn ? `savings.line.in.${row.way}` : `savings.line.out.${row.way}`),
            },
            {
              key: "change",
              label: t("books.change"),
              numeric: true,
              phone: "figure",
              cell: (row) => <Amount {...opens(row.change, { cause: row.id })} />,
            },
            {
              key: "balance",
              label: t("cash.balance"),
              numeric: true,
              cell: (row) => <Amount {...opens(row.balance, { upto: row.id })} />,
            },
          ]}
        />
      )}
    </PrintSheet>
  );
}

/** Saving out of what the group owes her or him: the member's own word. */
function FromShare() {
  const { group, saver, share, formKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const { pokokBehind, wajibBehind } = saver.standing;
  const typed = (amount: number) => (amount > 0 ? formatRupiah(amount).replace("Rp ", "") : "");
  return (
    <div className="print:hidden">
      <Section title={t("savings.from-share")}>
        <Card className="max-w-xl">
          <FormFrame state={state} defaults={{ pokok: typed(pokokBehind), wajib: typed(wajibBehind) }}>
            <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey ?? ""} />
            <p>
              <Sentence opens={[{ why: whyAddress(group.slug, share, { ...OWED, of: "member", member: saver.id }) }]}>
                {t("savings.from-share.hint", { amount: formatRupiah(share) })}
              </Sentence>
            </p>
            {SAVING_KINDS.map((kind) => (
              <MoneyField key={kind} name={kind} label={t(`savings.${kind}`)} optional />
            ))}
            <CheckField name="agreed" label={t("savings.from-share.agreed")} />
            <Button wide>{t("savings.from-share.do")}</Button>
          </FormFrame>
        </Card>
      </Section>
    </div>
  );
}
