import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { permit } from "#app/domain/permissions.ts";
import { readablePhone } from "#app/domain/phone.ts";
import { formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Card, Page, Section } from "#app/ui/page.tsx";
import { door, notFound } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findOwnCredit } from "#db/read/buyer-credit.ts";
import { listOwnApplications } from "#db/read/groups.ts";
import { findOwnDetails, listOwnSessions } from "#db/read/people.ts";
import { listReviewsDue } from "#db/read/reviews-due.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "nav.account");

export const loader = door(async ({ ctx, visit }) => {
  permit(ctx.actor, "see-account");
  const person = await findOwnDetails(ctx.actor);
  if (!person) throw notFound();
  const sessions = await listOwnSessions(ctx.actor, ctx.now);
  const waiting = await listOwnApplications(ctx.actor);
  const { balance } = await findOwnCredit(ctx.actor, { limit: 0, offset: 0 });
  return {
    ...{ person, credit: balance, reviewsDue: await listReviewsDue(ctx.actor) },
    sessions: sessions.map((session) => ({ ...session, isThis: session.handle === visit.sessionHandle })),
    groups: ctx.actor.memberships.map(({ groupSlug, groupName, offices }) => ({
      slug: groupSlug,
      name: groupName,
      offices,
      isWaiting: waiting.some((group) => group.slug === groupSlug),
    })),
  };
});

export default function Account() {
  const { person, credit } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page title={t("nav.account")} width="narrow">
      <Card>
        <p className="text-lg font-semibold">{person.name}</p>
        {person.phone ? <p>{readablePhone(person.phone)}</p> : null}
        {person.email ? <p>{person.email}</p> : null}
        <p className="text-quiet">{t(`language.${person.locale ?? "id"}`)}</p>
        {credit > 0 ? (
          <p className="mt-2 font-semibold">
            {t("credit.balance")}: <Amount amount={credit} why="/account/credit" />
          </p>
        ) : null}
        <div className="mt-3 flex flex-wrap gap-3">
          <ButtonLink to="/account/inbox" look="second">
            {t("inbox.title")}
          </ButtonLink>
          <ButtonLink to="/account/orders" look="second">
            {t("buy.own-orders.title")}
          </ButtonLink>
          <ButtonLink to="/account/standing-orders" look="second">
            {t("standing.title")}
          </ButtonLink>
          <ButtonLink to="/account/credit" look="second">
            {t("credit.title")}
          </ButtonLink>
          <ButtonLink to="/account/groups" look="second">
            {t("saved-groups.title")}
          </ButtonLink>
          <ButtonLink to="/account/addresses" look="second">
            {t("addresses.title")}
          </ButtonLink>
          <ButtonLink to="/account/data" look="second">
            {t("own-data.title")}
          </ButtonLink>
          <ButtonLink to="/account/edit" look="second">
            {t("account.edit.title")}
          </ButtonLink>
          <ButtonLink to="/account/password" look="second">
            {t("account.change-password.title")}
          </ButtonLink>
        </div>
      </Card>
      <ReviewsDue />
      <Groups />
      <Sessions />
    </Page>
  );
}

/** Delivered goods that the buyer has not said anything of yet. */
function ReviewsDue() {
  const { reviewsDue } = useLoaderData<typeof loader>();
  const { t } = useWords();
  if (reviewsDue.length === 0) return null;
  return (
    <Section title={t("account.reviews-due")}>
      <ul className="grid gap-1">
        {reviewsDue.map(({ number, goods }) => (
          <li key={number}>
            <Link to={`/orders/${number}/reviews`} className="inline-flex min-h-11 items-center text-sea underline">
              {goods.join(", ")}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Groups() {
  const { groups } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Section title={t("account.groups")}>
      {groups.length === 0 ? <p className="text-quiet">{t("account.groups.none")}</p> : null}
      {groups.map((group) => (
        <Card key={group.slug}>
          <p>
            <Link
              to={`/desk/${group.slug}`}
              className="inline-flex min-h-11 items-center font-semibold text-sea underline"
            >
              {group.name}
            </Link>
          </p>
          <p className="flex flex-wrap gap-2">
            {group.offices.map((office) => (
              <Badge key={office}>{t(`office.${office}`)}</Badge>
            ))}
            {group.offices.length === 0 ? <span className="text-quiet">{t("account.groups.member")}</span> : null}
            {group.isWaiting ? <Badge tone="warn">{t("account.groups.waiting")}</Badge> : null}
          </p>
        </Card>
      ))}
      <div className="flex flex-wrap gap-3">
        <ButtonLink to="/groups/new" look="second">
          {t("account.apply.title")}
        </ButtonLink>
        <ButtonLink to="/join" look="second">
          {t("account.join.title")}
        </ButtonLink>
      </div>
    </Section>
  );
}

function Sessions() {
  const { sessions } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <Section title={t("account.sessions")} id="sessions">
      <p className="text-quiet">{t("account.sessions.lead")}</p>
      <ul className="grid gap-3">
        {sessions.map((session) => (
          <li key={session.handle}>
            <Card className="flex flex-wrap items-center justify-between gap-3">
              <div>
                <p className="font-semibold">{session.device || t("account.sessions.unknown")}</p>
                <p className="text-sm text-quiet">
                  {session.isThis
                    ? t("account.sessions.this")
                    : t("account.sessions.seen", { day: formatShortDay(locale, session.seenAt) })}
                </p>
              </div>
              {session.isThis ? null : (
                <FormFrame action="/account/sessions">
                  <Button
                    look="danger"
                    name="handle"
                    value={session.handle}
                    aria-label={t("account.sessions.end.which", { device: session.device })}
                  >
                    {t("account.sessions.end")}
                  </Button>
                </FormFrame>
              )}
            </Card>
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <FormFrame action="/account/sessions">
          <Button look="danger" name="which" value="others">
            {t("account.sessions.end-others")}
          </Button>
        </FormFrame>
      ) : null}
    </Section>
  );
}
