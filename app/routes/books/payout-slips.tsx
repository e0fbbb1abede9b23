import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { amountInWords } from "#app/domain/amount-in-words.ts";
import { rupiah } from "#app/domain/money.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Empty, Page } from "#app/ui/page.tsx";
import { PrintSheet } from "#app/ui/print-sheet.tsx";
import { door, notFound } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findBatch } from "#db/read/payouts.ts";
import { RepayTerms } from "./advance-agreement.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "payouts.slips");

export const loader = door(async (entered) => {
  const group = await openGroup(entered, "see-books");
  const found = await findBatch(entered.ctx.actor, { groupId: group.id, batchId: entered.param("batch") });
  if (!found) throw notFound();
  const waiting = found.lines.filter((line) => line.state === "waiting" && line.amount > 0);
  // Cash is signed for; an advance also when it goes by bank and its member has not agreed yet.
  const lines = waiting.filter((line) => line.method === "cash" || (line.kind === "advance" && line.agreedBy === null));
  return {
    group: { slug: group.slug, name: group.name },
    batch: { id: found.batch.id, number: found.batch.number },
    slips: lines.map(({ id, name, memberNumber, amount, kind, repayBasisPoints, repayAmount }) => ({
      ...{ id, name, memberNumber, amount, kind, repayBasisPoints, repayAmount },
    })),
  };
});

/** One slip for each cash line, four to an A4 sheet (A6): to sign, to photograph, to keep. */
export default function PayoutSlips() {
  const { group, batch, slips } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <Page
      title={t("payouts.slips")}
      lead={t("payouts.batch.number", { number: batch.number })}
      back={{
        to: `/books/${group.slug}/payouts/${batch.id}`,
        label: t("payouts.batch.number", { number: batch.number }),
      }}
    >
      {slips.length === 0 ? <Empty drawing="book" text={t("payouts.slips.none")} /> : null}
      {slips.length > 0 ? (
        <PrintSheet>
          <div className="grid gap-6 sm:grid-cols-2 print:grid-cols-2">
            {slips.map((slip) => (
              <section key={slip.id} className="grid break-inside-avoid gap-3 border border-line p-4">
                <h2 className="text-base">{t("payouts.slip.title", { group: group.name })}</h2>
                <Facts
                  facts={[
                    { label: t("books.member"), value: `${slip.name} (${slip.memberNumber})` },
                    {
                      label: t("books.amount"),
                      value: <Amount amount={slip.amount} plain="not-yet" className="font-bold" />,
                    },
                    { label: t("voucher.words"), value: amountInWords(rupiah(slip.amount), locale) },
                    { label: t("voucher.for"), value: t(`payouts.for.${slip.kind}`) },
                    ...(slip.kind === "advance"
                      ? [{ label: t("payouts.slip.terms"), value: <RepayTerms line={slip} /> }]
                      : []),
                    { label: t("books.day"), value: "…………………………" },
                  ]}
                />
                <p className="h-20 border-b border-line">{t("payouts.slip.sign", { name: slip.name })}</p>
              </section>
            ))}
          </div>
        </PrintSheet>
      ) : null}
    </Page>
  );
}
