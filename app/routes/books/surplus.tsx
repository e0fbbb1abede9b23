import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { may } from "#app/domain/permissions.ts";
import { formatPercent, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Badge, Card, Empty, Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { door } from "#app/web/door.server.ts";
import { openCooperative } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listBookYears, listMeetings, listSurplusPolicies, listSurplusStates } from "#db/read/surplus.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "surplus.title");

export const loader = door(async (entered) => {
  const group = await openCooperative(entered, "see-books");
  const { actor, now } = entered.ctx;
  const [years, states, policies, meetings] = await Promise.all([
    listBookYears(group.id, now),
    listSurplusStates(group.id),
    listSurplusPolicies(group.id),
    listMeetings(group.id),
  ]);
  return {
    group: { slug: group.slug, name: group.name },
    years: years.map((year) => ({
      year,
      state: states.find((each) => each.year === year)?.state ?? ("open" as const),
    })),
    policy: policies[0] ?? null,
    meetings,
    maySetPolicy: meetings.length > 0 && may(actor, "set-surplus-policy", { groupId: group.id }),
    mayRecord: may(actor, "record-meeting", { groupId: group.id }),
  };
});

const LINK = "inline-flex min-h-11 items-center text-sea underline";

export default function Surplus() {
  const { group, years } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page
      title={t("surplus.title")}
      lead={t("surplus.lead")}
      trail={[
        { to: `/desk/${group.slug}`, label: group.name },
        { to: `/books/${group.slug}`, label: t("books.title") },
      ]}
      width="narrow"
    >
      <Section title={t("surplus.years")}>
        <Table
          caption={t("surplus.years.caption")}
          rows={years}
          rowKey={(row) => String(row.year)}
          columns={[
            {
              key: "year",
              label: t("surplus.year"),
              cell: ({ year }) => (
                <Link to={`/books/${group.slug}/surplus/${year}`} className={LINK}>
                  {t("surplus.year.title", { year: String(year) })}
                </Link>
              ),
            },
            {
              key: "state",
              label: t("surplus.state"),
              phone: "figure",
              cell: ({ state }) => (
                <Badge tone={state === "posted" ? "good" : "info"}>{t(`surplus.state.${state}`)}</Badge>
              ),
            },
          ]}
        />
      </Section>
      <p>
        <ButtonLink to={`/books/${group.slug}/surplus/funds`} look="second">
          {t("funds.title")}
        </ButtonLink>
      </p>
      <Policy />
      <Meetings />
    </Page>
  );
}

function Policy() {
  const { group, policy, maySetPolicy } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <Section title={t("surplus.policy")}>
      <Card className="grid gap-3">
        {policy ? (
          <>
            <p className="text-quiet">
              {t("surplus.policy.version", { version: policy.version, day: formatShortDay(locale, policy.meetingDay) })}
            </p>
            <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1">
              {policy.funds
                .filter(({ basisPoints }) => basisPoints > 0)
                .map(({ key, basisPoints }) => (
                  <div key={key} className="contents">
                    <dt>{t(`surplus.fund.${key}`)}</dt>
                    <dd className="text-end font-semibold">{formatPercent(locale, basisPoints)}</dd>
                  </div>
                ))}
            </dl>
            <p className="text-sm text-quiet">
              {t(policy.countsVoluntary ? "surplus.policy.voluntary.yes" : "surplus.policy.voluntary.no")}
            </p>
          </>
        ) : (
          <p>{t("surplus.policy.none")}</p>
        )}
        {maySetPolicy ? (
          <p>
            <ButtonLink to={`/books/${group.slug}/surplus/policy`} look="second">
              {t("surplus.policy.set")}
            </ButtonLink>
          </p>
        ) : null}
      </Card>
    </Section>
  );
}

function Meetings() {
  const { group, meetings, mayRecord } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <Section title={t("surplus.meetings")}>
      {meetings.length === 0 ? <Empty drawing="book" text={t("surplus.meetings.none")} /> : null}
      <ul className="grid gap-3">
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            <Card className="grid gap-1">
              <p className="font-semibold">
                {t("surplus.meeting.line", {
                  ...{ day: formatShortDay(locale, meeting.day), place: meeting.place, count: meeting.present },
                })}
              </p>
              <p className="whitespace-pre-line">{meeting.decision}</p>
              {meeting.photoId ? (
                <p>
                  <a href={`/books/${group.slug}/surplus/meetings/${meeting.id}/photo`} className={LINK}>
                    {t("surplus.meeting.photo.see")}
                  </a>
                </p>
              ) : null}
            </Card>
          </li>
        ))}
      </ul>
      {mayRecord ? (
        <p>
          <ButtonLink to={`/books/${group.slug}/surplus/meetings`} look="second">
            {t("surplus.meeting.record")}
          </ButtonLink>
        </p>
      ) : null}
    </Section>
  );
}
