import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { CashWriteOffCard } from "#app/ui/cash-write-off.tsx";
import { Empty, Page } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { door } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listWriteOffsToBear } from "#db/read/cash-write-offs.ts";
import { decideWriteOff } from "../operate/cash-write-off.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "cash-off.title");

export const loader = door(async (entered) => {
  const group = await openGroup(entered, "decide-cash-write-off");
  const { actor } = entered.ctx;
  const offices = actor.memberships.find((each) => each.groupId === group.id)?.offices ?? [];
  const isOfficer = offices.some((office) => office === "chair" || office === "treasurer");
  const proposed = await listWriteOffsToBear(actor, group.id);
  return {
    group: { slug: group.slug, name: group.name },
    proposed: proposed.map(({ proposedBy, holderId, bearerGroupId: _group, ...shown }) => ({
      ...shown,
      mayApprove: isOfficer && ![proposedBy, holderId].includes(actor.personId ?? ""),
    })),
  };
});

export const action = door(async (entered) => {
  const group = await openGroup(entered, "decide-cash-write-off");
  const back = `/books/${group.slug}/cash-write-offs`;
  return decideWriteOff(entered.ctx, { request: entered.request, back });
});

export default function CashWriteOffs() {
  const { group, proposed } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("cash-off.title")}
      lead={t("cash-off.lead")}
      back={{ to: `/books/${group.slug}`, label: t("books.title") }}
      width="narrow"
    >
      <Refusal state={state} />
      {proposed.length === 0 ? <Empty text={t("cash-off.none")} /> : null}
      {proposed.map((proposal) => (
        <CashWriteOffCard key={proposal.id} proposal={proposal} mayApprove={proposal.mayApprove} />
      ))}
    </Page>
  );
}
