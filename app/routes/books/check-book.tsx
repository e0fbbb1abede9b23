import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { JOURNAL_FORMATS } from "#app/domain/journal-file.ts";
import { ACCOUNT_KINDS } from "#app/domain/ledger.ts";
import { rupiah, sum } from "#app/domain/money.ts";
import { whyAddress } from "#app/domain/why.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Card, Notice, Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { door } from "#app/web/door.server.ts";
import { openBook } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { checkBook, listBookAccounts } from "#db/read/journal.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "audit.title");

export const loader = door(async (entered) => {
  const { book, slug, group } = await openBook(entered);
  const { actor, now } = entered.ctx;
  const [{ entries, problem, head }, accounts] = await Promise.all([
    checkBook(actor, book),
    listBookAccounts(actor, book),
  ]);
  return {
    ...{ slug, name: group?.name ?? null, entries, checkedAt: now },
    lastHash: head?.hash ?? "",
    problem: problem ? { kind: problem.problem, sequence: problem.sequence ?? 0 } : null,
    balances: ACCOUNT_KINDS.map((kind) => {
      const some = accounts.filter((account) => account.kind === kind);
      return { kind, accounts: some.length, balance: sum(some.map((account) => rupiah(account.balance))) };
    }).filter((each) => each.accounts > 0),
  };
});

export default function CheckBook() {
  const { slug, name, entries, checkedAt, lastHash, problem } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const isNetwork = name === null;
  return (
    <Page
      title={t("audit.title")}
      lead={name ?? t("audit.network")}
      back={
        isNetwork ? { to: "/operate", label: t("operate.title") } : { to: `/books/${slug}`, label: t("books.title") }
      }
    >
      {problem ? (
        <Notice tone="bad">
          <p className="font-semibold">
            {t("audit.broken", {
              number: problem.sequence,
              problem: t(`audit.problem.${problem.kind as "chain-broken"}`),
            })}
          </p>
        </Notice>
      ) : (
        <Notice tone="good">
          <p className="font-semibold">{t("audit.whole")}</p>
        </Notice>
      )}
      <Card className="grid gap-4">
        <Facts
          facts={[
            { label: t("audit.checked-at"), value: formatMoment(locale, checkedAt) },
            { label: t("audit.entries"), value: entries },
            {
              label: t("audit.last-hash"),
              value: lastHash === "" ? t("audit.no-hash") : <code className="break-all">{lastHash}</code>,
            },
          ]}
        />
        <p className="max-w-prose text-quiet">
          {t("audit.how")} {t("audit.keep")}
        </p>
      </Card>
      <JournalFiles />
      <Balances />
    </Page>
  );
}

const TILE =
  "grid min-h-11 content-center rounded-card border border-line bg-card p-4 text-ink no-underline shadow-card hover:border-sea";

function JournalFiles() {
  const { slug } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Section title={t("audit.files")}>
      <p className="max-w-prose text-quiet">{t("audit.files.lead")}</p>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {JOURNAL_FORMATS.map((format) => (
          <li key={format}>
            <a href={`/books/${slug}/journal/journal.${format}`} download className={TILE}>
              <span className="font-semibold text-sea">{t(`audit.file.${format}`)}</span>
              <span className="text-sm text-quiet">{t(`audit.file.${format}.note`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Balances() {
  const { slug, balances } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Section title={t("audit.balances")}>
      <Table
        caption={t("audit.balances.caption")}
        rows={balances}
        rowKey={(row) => row.kind}
        columns={[
          { key: "account", label: t("audit.account"), cell: (row) => t(`account.${row.kind}`) },
          { key: "accounts", label: t("audit.accounts"), numeric: true, cell: (row) => row.accounts },
          {
            key: "balance",
            label: t("audit.balance"),
            numeric: true,
            cell: (row) => (
              <Amount amount={row.balance} why={whyAddress(slug, row.balance, { of: "book", account: [row.kind] })} />
            ),
          },
        ]}
        footer={[
          t("audit.total"),
          "",
          <Amount key="total" plain="here" amount={balances.reduce((all, row) => all + row.balance, 0)} />,
        ]}
      />
    </Section>
  );
}
