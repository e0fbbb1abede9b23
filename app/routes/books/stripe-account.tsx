import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { may } from "#app/domain/permissions.ts";
import { type AccountStand, type AskTopic, StripeAccountForm } from "#app/domain/stripe-account.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Notice, Page, Section } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { checkStripeAccount } from "#app/usecases/books/check-stripe-account.ts";
import { openStripeAccount } from "#app/usecases/books/open-stripe-account.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { getGroupMoney } from "#db/read/books.ts";
import { findNetwork } from "#db/read/networks.ts";
import { seeStripeAccount } from "#db/read/stripe-accounts.ts";
import { listGroupTransfers } from "#db/read/transfers.ts";
import { AccountMoney, SentTransfers } from "./stripe-transfers.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "stripe-account.title");

export const loader = door(async (entered) => {
  const group = await openGroup(entered, "see-stripe-account");
  const { ctx, url } = entered;
  const mayOpen = may(ctx.actor, "open-stripe-account", { groupId: group.id });
  // Back from Stripe's page: the address proves nothing, so Stripe is asked.
  const isAsked = mayOpen && url.searchParams.has("back") ? await checkStripeAccount(ctx, { groupId: group.id }) : true;
  const { ownAccount, debt } = await getGroupMoney(ctx.actor, group.id);
  const hasStripe = ctx.payments.stripe?.accounts !== undefined;
  return {
    group: { slug: group.slug, name: group.name },
    account: await seeStripeAccount(ctx.actor, group.id),
    isOffered: hasStripe && ((await findNetwork())?.sendsToGroups ?? false),
    transfers: await listGroupTransfers(ctx.actor, group.id),
    isAgain: url.searchParams.has("again"),
    ...{ hasStripe, isAsked, mayOpen, ownAccount, debt },
  };
});

export const action = door(async (entered) => {
  const group = await openGroup(entered, "open-stripe-account");
  const form = await readForm(entered.request, StripeAccountForm);
  // It has no field but its buttons: what is wrong stands above.
  if (!form.ok) return refused({ ...form.state, errors: { form: "form-broken" } }, form.status);
  if (form.value.intent === "look") return redirect(`/books/${group.slug}/stripe-account?back=1`, 303);
  const answer = await openStripeAccount(entered.ctx, { groupId: group.id, slug: group.slug });
  return answer.ok ? redirect(answer.url, 303) : refusedBy(answer, form.values);
});

export default function StripeAccount() {
  const { group, account, isOffered, transfers, isAgain, isAsked, ownAccount, debt } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const isKnown = account.stand !== "none";
  return (
    <Page
      title={t("stripe-account.title")}
      lead={group.name}
      back={{ to: `/books/${group.slug}`, label: t("books.title") }}
      width="narrow"
    >
      <p>{t("stripe-account.lead")}</p>
      <Refusal state={state} />
      {isAgain && !state ? <Notice tone="warn">{t("stripe-account.again")}</Notice> : null}
      {isAsked ? null : <Notice tone="warn">{t("stripe-account.not-asked")}</Notice>}
      {isOffered ? null : <Notice>{t("stripe-account.off")}</Notice>}
      {isOffered || isKnown ? <Standing /> : null}
      {isKnown || ownAccount > 0 ? <AccountMoney slug={group.slug} ownAccount={ownAccount} debt={debt} /> : null}
      {isKnown ? <SentTransfers slug={group.slug} transfers={transfers} /> : null}
    </Page>
  );
}

const TONES = {
  none: "info",
  begun: "warn",
  asks: "warn",
  waits: "info",
  ready: "good",
  closed: "warn",
} as const satisfies Record<AccountStand, string>;

/** How the account stands, what Stripe still asks for, and the way there. */
function Standing() {
  const { account, hasStripe, mayOpen, isOffered } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const { stand, topics, askedBy, seenAt, sendsToBank } = account;
  const isNew = stand === "none" || stand === "closed";
  const mayGo = mayOpen && hasStripe && (isOffered || !isNew);
  const isWhole = stand === "ready" && sendsToBank && topics.length === 0;
  return (
    <>
      <Notice tone={TONES[stand]}>
        <p>{t(`stripe-account.stand.${stand}`)}</p>
      </Notice>
      {stand === "ready" && !sendsToBank ? <Notice tone="warn">{t("stripe-account.no-bank")}</Notice> : null}
      <p>{t("stripe-account.when")}</p>
      {topics.length > 0 && !isNew ? <Asked topics={topics} askedBy={askedBy} /> : null}
      {mayGo ? (
        <FormFrame className="flex flex-wrap gap-3">
          <Button name="intent" value="open" {...(isWhole && { look: "second" as const })}>
            {t(isNew ? "stripe-account.open" : isWhole ? "stripe-account.change" : "stripe-account.go-on")}
          </Button>
          {isNew || stand === "begun" ? null : (
            <Button name="intent" value="look" look="second">
              {t("stripe-account.look")}
            </Button>
          )}
        </FormFrame>
      ) : null}
      {mayOpen ? null : <p className="text-quiet">{t("stripe-account.officers-only")}</p>}
      {seenAt && !isNew ? (
        <p className="text-sm text-quiet">{t("stripe-account.seen", { when: formatMoment(locale, seenAt) })}</p>
      ) : null}
    </>
  );
}

function Asked({ topics, askedBy }: { topics: AskTopic[]; askedBy: string | null }) {
  const { t, locale } = useWords();
  return (
    <Section title={t("stripe-account.asked")}>
      <ul className="list-disc ps-6">
        {topics.map((topic) => (
          <li key={topic}>{t(`stripe-account.ask.${topic}`)}</li>
        ))}
      </ul>
      {askedBy ? <p>{t("stripe-account.asked-by", { when: formatMoment(locale, askedBy) })}</p> : null}
    </Section>
  );
}
