import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { permit } from "#app/domain/permissions.ts";
import { lineOfText } from "#app/domain/plain-text.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";
import { openMembersIncome } from "#app/usecases/books/open-members-income.ts";
import { type Door, door } from "#app/web/door.server.ts";
import { readForm, refused } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { incomePage } from "./income-page.server.ts";
import { IncomeVote } from "./income-vote.tsx";
import { MembersIncome } from "./members-income.tsx";
import { SeasonPicture } from "./season-picture.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "income.title");

const VoteForm = z.object({ open: z.enum(["yes", "no"], "form-broken"), decision: lineOfText({ max: 200 }) });

async function openIncome(entered: Door) {
  const group = await openGroup(entered, "see-desk");
  const of = { groupId: group.id, isVotedOpen: group.opensIncome };
  permit(entered.ctx.actor, "see-members-income", of);
  return { group, of };
}

export const loader = door(async (entered) => {
  const { group, of } = await openIncome(entered);
  const { actor, now } = entered.ctx;
  return incomePage({ actor, now, group, of });
});

export const action = door(async (entered) => {
  const { group } = await openIncome(entered);
  const form = await readForm(entered.request, VoteForm);
  if (!form.ok) return refused(form.state, form.status);
  const { open, decision } = form.value;
  await openMembersIncome(entered.ctx, { groupId: group.id, isOpen: open === "yes", decision });
  return redirect(`/books/${group.slug}/income#vote`, 303);
});

export default function Income() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const { group, seesBooks } = page;
  return (
    <Page
      title={t("income.title")}
      lead={group.name}
      back={
        seesBooks
          ? { to: `/books/${group.slug}`, label: t("books.title") }
          : { to: `/desk/${group.slug}`, label: t("nav.desk") }
      }
    >
      <p className="max-w-prose text-quiet">{t("income.lead")}</p>
      <SeasonPicture page={page} />
      <MembersIncome page={page} />
      <IncomeVote page={page} state={state} />
    </Page>
  );
}
