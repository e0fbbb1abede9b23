import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { isCooperative } from "#app/domain/savings.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";
import { door } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { registersOf } from "#app/web/register.server.ts";
import { pageTitle } from "#app/web/title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "register.title");

export const loader = door(async (entered) => {
  const group = await openGroup(entered, "see-books");
  return {
    group: { slug: group.slug, name: group.name },
    registers: registersOf(group),
    isCooperative: isCooperative(group.kind),
  };
});

export default function Registers() {
  const { group, registers, isCooperative } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const base = `/books/${group.slug}`;
  const books = [
    ...registers.map((key) => ({
      to: `${base}/registers/${key}`,
      title: t(`register.${key}`),
      text: t(`register.${key}.text`),
    })),
    { to: `${base}/cash`, title: t("cash.title"), text: t("register.cash.text") },
    { to: `${base}/statements`, title: t("report.title"), text: t("register.statements.text") },
    { to: `${base}/tax`, title: t("tax.title"), text: t("register.tax.text") },
    ...(isCooperative ? [{ to: `${base}/surplus`, title: t("surplus.title"), text: t("register.surplus.text") }] : []),
  ];
  return (
    <Page title={t("register.title")} lead={t("register.lead")} back={{ to: base, label: t("books.title") }}>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {books.map((book) => (
          <li key={book.to} className="grid">
            <Link
              to={book.to}
              className="block min-h-11 rounded-field border border-line bg-card p-3 no-underline hover:border-sea"
            >
              <span className="block font-semibold text-sea underline underline-offset-2">{book.title}</span>
              <span className="block text-sm leading-snug text-quiet">{book.text}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
