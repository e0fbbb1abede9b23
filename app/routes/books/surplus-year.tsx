import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { may } from "#app/domain/permissions.ts";
import { SurplusYearForm } from "#app/domain/surplus-year.ts";
import { formatMoment, formatMonth, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Badge, Notice, Page } from "#app/ui/page.tsx";
import { approveSurplus } from "#app/usecases/books/approve-surplus.ts";
import { askSurplusReversal } from "#app/usecases/books/ask-surplus-reversal.ts";
import { proposeSurplus } from "#app/usecases/books/propose-surplus.ts";
import { reverseSurplus } from "#app/usecases/books/reverse-surplus.ts";
import { withdrawSurplus } from "#app/usecases/books/withdraw-surplus.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openCooperative } from "#app/web/group.server.ts";
import { readSurplusYear, yearOf } from "#app/web/surplus.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listMeetings } from "#db/read/surplus.ts";
import { SurplusActs } from "./surplus-acts.tsx";
import { SurplusFigures } from "./surplus-figures.tsx";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "surplus.year.title", { year: String(data?.year ?? "") });

export const loader = door(async (entered) => {
  const group = await openCooperative(entered, "see-books");
  const year = yearOf(entered);
  const { actor } = entered.ctx;
  const { known, isLive, openMonths, surplus, idle, hasPolicy, source, content } = await readSurplusYear({
    ...{ groupId: group.id, year },
  });
  const meetings = await listMeetings(group.id);
  const subject = { groupId: group.id };
  const isFree = !isLive && openMonths.length === 0 && hasPolicy && surplus !== 0;
  const isSecond = (first: string | null | undefined): boolean => first !== actor.personId;
  return {
    ...{ year, openMonths: isLive ? [] : openMonths, idle, hasPolicy, source, content, surplus },
    group: { slug: group.slug, name: group.name },
    postedId: known && isPosted(known.state) ? known.id : null,
    known: known
      ? {
          ...{ state: known.state, meeting: known.meeting, proposer: known.proposer, proposedAt: known.proposedAt },
          ...{ approver: known.approver, approvedAt: known.approvedAt, reverser: known.reverser },
          ...{ reversedAt: known.reversedAt, reason: known.reversalReason },
        }
      : null,
    meetings: meetings.map(({ id, day, place }) => ({ id, day, place })),
    acts: {
      propose: isFree && may(actor, "propose-surplus", subject),
      withdraw: known?.state === "proposed" && may(actor, "withdraw-surplus", subject),
      approve: known?.state === "proposed" && isSecond(known.proposedBy) && may(actor, "approve-surplus", subject),
      askReversal: known?.state === "posted" && may(actor, "ask-surplus-reversal", subject),
      reverse:
        known?.state === "reversal-asked" && isSecond(known.reversalBy) && may(actor, "reverse-surplus", subject),
    },
  };
});

export const action = door(async (entered) => {
  const group = await openCooperative(entered, "see-books");
  const year = yearOf(entered);
  const form = await readForm(entered.request, SurplusYearForm);
  if (!form.ok) return refused(form.state, form.status);
  const { ctx } = entered;
  const which = { groupId: group.id, year };
  const { intent, meetingId, idleAgreed, reason } = form.value;
  const answer =
    intent === "propose"
      ? await proposeSurplus(ctx, { ...which, meetingId, idleAgreed: idleAgreed === "yes" })
      : intent === "withdraw"
        ? await withdrawSurplus(ctx, which)
        : intent === "approve"
          ? await approveSurplus(ctx, which)
          : intent === "ask-reversal"
            ? await askSurplusReversal(ctx, { ...which, reason })
            : await reverseSurplus(ctx, which);
  return answer.ok ? redirect(`/books/${group.slug}/surplus/${year}`, 303) : refusedBy(answer, form.values);
});

export default function SurplusYear() {
  const { group, year, postedId, openMonths, known, content, surplus, hasPolicy, source, meetings, acts, idle } =
    useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  const base = `/books/${group.slug}`;
  return (
    <Page
      title={t("surplus.year.title", { year: String(year) })}
      lead={group.name}
      trail={[
        { to: base, label: t("books.title") },
        { to: `${base}/surplus`, label: t("surplus.title") },
      ]}
    >
      {known ? <Known /> : null}
      {openMonths.length > 0 ? (
        <Notice tone="warn">
          <p>{t("surplus.open-months")}</p>
          <ul className="mt-1 flex flex-wrap gap-x-4">
            {openMonths.map((month) => (
              <li key={month}>
                <Link to={`${base}/months/${month}`} className="inline-flex min-h-11 items-center underline">
                  {formatMonth(locale, month)}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {hasPolicy ? null : <Notice tone="warn">{t("surplus.policy.none")}</Notice>}
      {surplus === 0 && !content ? <p className="text-quiet">{t("surplus.zero")}</p> : null}
      <SurplusFigures {...{ slug: group.slug, year, postedId, source, content, idle }} />
      <SurplusActs {...{ state, acts, meetings, idle }} />
    </Page>
  );
}

function isPosted(state: string): boolean {
  return state === "posted" || state === "reversal-asked";
}

function Known() {
  const { known, group, year } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  if (!known) return null;
  return (
    <div className="grid gap-1">
      <p>
        <Badge tone={known.state === "posted" ? "good" : "info"}>{t(`surplus.state.${known.state}`)}</Badge>
      </p>
      <p>{t("surplus.meeting", { day: formatShortDay(locale, known.meeting.day), place: known.meeting.place })}</p>
      <p>{t("surplus.proposed", { name: known.proposer, moment: formatMoment(locale, known.proposedAt) })}</p>
      {known.approvedAt ? (
        <p>{t("surplus.approved", { name: known.approver, moment: formatMoment(locale, known.approvedAt) })}</p>
      ) : null}
      {known.state === "reversal-asked" ? <p>{t("surplus.reversal-asked", { reason: known.reason })}</p> : null}
      {known.reversedAt ? (
        <p>
          {t("surplus.reversed", {
            ...{ name: known.reverser, moment: formatMoment(locale, known.reversedAt), reason: known.reason },
          })}
        </p>
      ) : null}
      {isPosted(known.state) ? (
        <p>
          <Link
            to={`/books/${group.slug}/surplus/${year}/slips`}
            className="inline-flex min-h-11 items-center text-sea underline"
          >
            {t("surplus.slips")}
          </Link>
        </p>
      ) : null}
    </div>
  );
}
