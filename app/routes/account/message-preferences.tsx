import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { MESSAGE_TOPICS } from "#app/domain/message.ts";
import { permit } from "#app/domain/permissions.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckGroup } from "#app/ui/check-group.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Notice, Page } from "#app/ui/page.tsx";
import { setMessagePreferences } from "#app/usecases/account/set-message-preferences.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { readForm, refused } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listPreferences } from "#db/read/messages.ts";
import { findOwnDetails } from "#db/read/people.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "preferences.title");

type Topic = keyof typeof MESSAGE_TOPICS;

/** Somebody without a group is not asked about one. */
function topicsOf(actor: { memberships: unknown[] }): Topic[] {
  return actor.memberships.length > 0 ? ["buying", "group"] : ["buying"];
}

export const loader = door(async ({ ctx, url }) => {
  const person = await findOwnDetails(ctx.actor);
  if (!person) throw notFound();
  const wanted = await listPreferences(ctx.actor);
  return {
    hasEmail: person.email !== null,
    sendsMail: ctx.mail !== null,
    isSaved: url.searchParams.has("saved"),
    topics: topicsOf(ctx.actor).map((topic) => ({
      topic,
      kinds: MESSAGE_TOPICS[topic].map((kind) => ({ kind, isWanted: wanted[kind] })),
    })),
  };
});

const PreferencesForm = z.object({ kinds: z.array(z.string().max(40)).max(100) });

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "see-account");
  const form = await readForm(request, PreferencesForm);
  if (!form.ok) return refused(form.state, form.status);
  const shown = topicsOf(ctx.actor).flatMap((topic) => [...MESSAGE_TOPICS[topic]]);
  await setMessagePreferences(ctx, { shown, wanted: form.value.kinds });
  return redirect("/account/messages?saved=1", 303);
});

export default function MessagePreferences() {
  const { topics, hasEmail, sendsMail, isSaved } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page
      title={t("preferences.title")}
      lead={t("preferences.lead")}
      back={{ to: "/account/inbox", label: t("inbox.title") }}
      width="narrow"
    >
      {isSaved ? <Notice tone="good">{t("preferences.saved")}</Notice> : null}
      {hasEmail ? null : (
        <Notice tone="warn">
          {t("preferences.no-email")} <Link to="/account/edit">{t("preferences.add-email")}</Link>
        </Notice>
      )}
      {sendsMail ? null : <Notice>{t("preferences.off")}</Notice>}
      <FormFrame className="grid gap-6">
        {topics.map(({ topic, kinds }) => (
          <CheckGroup
            key={topic}
            name="kinds"
            label={t(`preferences.${topic}`)}
            chosen={kinds.filter((each) => each.isWanted).map((each) => each.kind)}
            options={kinds.map(({ kind }) => ({ value: kind, label: t(`message.${kind}.kind`) }))}
          />
        ))}
        <Button wide>{t("form.save")}</Button>
      </FormFrame>
    </Page>
  );
}
