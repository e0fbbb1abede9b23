import { json, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { may } from "#app/domain/permissions.ts";
import { readSplitRule, SplitRuleForm } from "#app/domain/split-rule-form.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Empty, Page, Section } from "#app/ui/page.tsx";
import { setSplitRule } from "#app/usecases/books/set-split-rule.ts";
import { trySplitRule } from "#app/usecases/books/try-split-rule.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listMemberBalances } from "#db/read/books.ts";
import { listRuleVersions, listSampleListings } from "#db/read/split-rules.ts";
import { FeeBearerRule } from "./fee-bearer.tsx";
import { RuleForm } from "./rule-form.tsx";
import { Trial } from "./rule-trial.tsx";
import { RuleVersions } from "./rule-versions.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "books.rules");

export const loader = door(async (entered) => {
  const group = await openGroup(entered, "see-books");
  const { actor } = entered.ctx;
  const [versions, members, listings] = await Promise.all([
    listRuleVersions(actor, group.id),
    listMemberBalances(actor, group.id),
    listSampleListings(group.id),
  ]);
  return {
    slug: group.slug,
    name: group.name,
    versions,
    members: members.filter((member) => !member.hasLeft).map(({ id, name }) => ({ id, name })),
    listings,
    feeBearer: group.refundFeeBearer,
    mayEdit: may(actor, "set-split-rule", { groupId: group.id }),
  };
});

export const action = door(async (entered) => {
  const group = await openGroup(entered, "set-split-rule");
  const form = await readForm(entered.request, SplitRuleForm);
  if (!form.ok) return refused(form.state, form.status);
  const read = readSplitRule(form.value);
  if ("fields" in read) return refused({ errors: read.fields, values: form.values });
  if (form.value.intent === "simulate") {
    const sample = { groupId: group.id, listingId: form.value.sampleListing, rule: read.rule };
    return json({ errors: {}, values: form.values, trial: await trySplitRule(entered.ctx, sample) });
  }
  const answer = await setSplitRule(entered.ctx, {
    groupId: group.id,
    name: form.value.name,
    rule: read.rule,
    decision: form.value.decision,
    isDefault: form.value.isDefault === "yes" ? true : null,
  });
  return answer.ok ? redirect(`/books/${group.slug}/split-rules`) : refusedBy(answer, form.values);
});

export default function SetSplitRule() {
  const { slug, name, versions, members, listings, feeBearer, mayEdit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords();
  const trial = answer && "trial" in answer ? answer.trial : undefined;
  return (
    <Page title={t("books.rules")} lead={name} back={{ to: `/books/${slug}`, label: t("books.title") }} width="narrow">
      {trial ? <Trial trial={trial} /> : null}
      {trial === null ? <Empty text={t("books.trial.no-listing")} /> : null}
      {mayEdit ? (
        <Section title={t("books.rules.new")}>
          <RuleForm
            state={answer}
            current={versions.find((version) => version.isDefault === 1)}
            members={members}
            listings={listings}
          />
        </Section>
      ) : null}
      <Section title={t("books.rules.versions")}>
        <RuleVersions versions={versions} members={members} />
      </Section>
      <FeeBearerRule slug={slug} bearer={feeBearer} mayEdit={mayEdit} />
    </Page>
  );
}
