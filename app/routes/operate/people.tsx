import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { permit } from "#app/domain/permissions.ts";
import { readablePhone } from "#app/domain/phone.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Card, Page } from "#app/ui/page.tsx";
import { door } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { searchPeople } from "#db/read/people.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "operate.people.title");

export const loader = door(async ({ ctx, url }) => {
  permit(ctx.actor, "issue-reset-code");
  const query = (url.searchParams.get("q") ?? "").replaceAll("\0", "").trim().slice(0, 100);
  const found = query.length < 2 ? [] : await searchPeople(ctx.actor, query);
  return {
    query,
    people: found.map(({ suspendedAt, ...person }) => ({ ...person, isSuspended: suspendedAt !== null })),
  };
});

export default function People() {
  const { query, people } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page title={t("operate.people.title")} back={{ to: "/operate", label: t("nav.operate") }} width="narrow">
      <FormFrame method="get" defaults={{ q: query }}>
        <TextField name="q" label={t("operate.people.search")} type="search" autoComplete="off" maxLength={100} />
        <Button>{t("operate.people.find")}</Button>
      </FormFrame>
      {query !== "" && people.length === 0 ? <p role="status">{t("operate.people.none", { query })}</p> : null}
      <ul className="grid gap-3">
        {people.map((person) => (
          <li key={person.id}>
            <Card>
              <p>
                <Link
                  to={`/operate/people/${person.id}`}
                  className="inline-flex min-h-11 items-center text-lg font-semibold text-sea underline"
                >
                  {person.name}
                </Link>
              </p>
              <p className="text-quiet">
                {[person.phone ? readablePhone(person.phone) : null, person.email].filter(Boolean).join(" · ")}
              </p>
              <p className="flex flex-wrap gap-2">
                {person.groups.map((group) => (
                  <span key={group}>{group}</span>
                ))}
                {person.isOperator ? <Badge>{t("nav.operate")}</Badge> : null}
                {person.isSuspended ? <Badge tone="bad">{t("operate.people.suspended")}</Badge> : null}
              </p>
            </Card>
          </li>
        ))}
      </ul>
    </Page>
  );
}
