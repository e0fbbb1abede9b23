import { json, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { may } from "#app/domain/permissions.ts";
import { readSplitRule, SplitRuleForm } from "#app/domain/split-rule-form.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Empty, Notice, Page, Section } from "#app/ui/page.tsx";
import { setSplitRule } from "#app/usecases/books/set-split-rule.ts";
import { trySplitRule } from "#app/usecases/books/try-split-rule.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listMemberBalances } from "#db/read/books.ts";
import { findRuleApproval, listRuleVersions, listSampleListings } from "#db/read/split-rules.ts";
import { keepingPhoto, refusedByKeeping, refusedKeeping, uploadOf } from "../sell/held-photo.server.ts";
import { FeeBearerRule } from "./fee-bearer.tsx";
import { RuleApproval } from "./rule-approval.tsx";
import { RuleForm } from "./rule-form.tsx";
import { Trial } from "./rule-trial.tsx";
import { RuleVersions } from "./rule-versions.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "books.rules");

export const loader = door(async (entered) => {
  const group = await openGroup(entered, "see-books");
  const { actor } = entered.ctx;
  const [versions, members, listings, approval] = await Promise.all([
    listRuleVersions(actor, { groupId: group.id, now: entered.ctx.now }),
    listMemberBalances(actor, group.id),
    listSampleListings(group.id),
    findRuleApproval(actor, group.id),
  ]);
  return {
    wasAnswered: new URL(entered.request.url).searchParams.get("said") === "not-waiting",
    slug: group.slug,
    name: group.name,
    versions,
    members: members.filter((member) => !member.hasLeft).map(({ id, name }) => ({ id, name })),
    listings,
    feeBearer: group.refundFeeBearer,
    approval: {
      needsTwo: approval.needsTwo,
      endsBy: approval.endsBy,
      isAskedByMe: approval.endsById === actor.personId,
    },
    mayEdit: may(actor, "set-split-rule", { groupId: group.id }),
  };
});

export const action = door(async (entered) => {
  const group = await openGroup(entered, "set-split-rule");
  const form = await readForm(entered.request, SplitRuleForm);
  const { ctx } = entered;
  if (!form.ok) return refusedKeeping(ctx, form, "minutes");
  const read = readSplitRule(form.value);
  if ("fields" in read)
    return refusedKeeping(ctx, { ...form, state: { errors: read.fields, values: form.values } }, "minutes");
  if (form.value.intent === "simulate") {
    const sample = { groupId: group.id, listingId: form.value.sampleListing, rule: read.rule };
    const kept = await keepingPhoto(ctx, form, { errors: {}, values: form.values }, "minutes");
    if (kept.errors.minutes) return refused(kept);
    return json({ errors: {}, values: kept.values, trial: await trySplitRule(ctx, sample) });
  }
  const { name, decision, fromDay, isDefault } = form.value;
  const answer = await setSplitRule(ctx, {
    ...{ groupId: group.id, name, rule: read.rule, decision, fromDay, isDefault: isDefault === "yes" },
    minutes: await uploadOf(ctx, form, "minutes"),
  });
  if (answer.ok) return redirect(`/books/${group.slug}/split-rules#versions`);
  return refusedByKeeping(ctx, form, answer, { field: "minutes" });
});

export default function SetSplitRule() {
  const { wasAnswered, slug, name, versions, members, listings, feeBearer, approval, mayEdit } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords();
  const trial = answer && "trial" in answer ? answer.trial : undefined;
  return (
    <Page title={t("books.rules")} lead={name} back={{ to: `/books/${slug}`, label: t("books.title") }} width="narrow">
      {wasAnswered ? <Notice tone="warn">{t("books.rules.not-waiting")}</Notice> : null}
      {trial ? <Trial trial={trial} /> : null}
      {trial === null ? <Empty text={t("books.trial.no-listing")} /> : null}
      {mayEdit ? (
        <Section title={t("books.rules.new")}>
          <RuleForm
            state={answer}
            current={versions.find((version) => version.isCommon && version.standing === "in-force")}
            members={members}
            listings={listings}
          />
        </Section>
      ) : null}
      <Section title={t("books.rules.versions")} id="versions">
        <RuleVersions slug={slug} versions={versions} members={members} mayAnswer={mayEdit} />
      </Section>
      <RuleApproval slug={slug} approval={approval} mayEdit={mayEdit} />
      <FeeBearerRule slug={slug} bearer={feeBearer} mayEdit={mayEdit} />
    </Page>
  );
}
