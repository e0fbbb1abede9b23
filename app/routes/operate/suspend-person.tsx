import { redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { permit } from "#app/domain/permissions.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { Page } from "#app/ui/page.tsx";
import { suspendPerson } from "#app/usecases/operate/suspend-person.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findPerson } from "#db/read/people.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "operate.people.suspend.title");

export const loader = door(async ({ ctx, param }) => {
  permit(ctx.actor, "suspend-person");
  const person = await findPerson(ctx.actor, param("person"));
  if (!person) throw notFound();
  const { id, name, suspendedAt } = person;
  if (suspendedAt !== null || id === ctx.actor.personId) throw redirect(`/operate/people/${id}`);
  return { id, name };
});

const SuspendForm = z.object({ suspend: z.enum(["yes", "no"]) });

/** From here, and from the button on the person's page that opens the account again. */
export const action = door(async ({ ctx, request, param }) => {
  permit(ctx.actor, "suspend-person");
  const form = await readForm(request, SuspendForm);
  const personId = param("person");
  if (form.ok) await suspendPerson(ctx, { personId, suspend: form.value.suspend === "yes" });
  return redirect(`/operate/people/${encodeURIComponent(personId)}`);
});

export default function SuspendPerson() {
  const { id, name } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const back = `/operate/people/${id}`;
  return (
    <Page
      title={t("operate.people.suspend.of", { name })}
      trail={[
        { to: "/operate", label: t("nav.operate") },
        { to: "/operate/people", label: t("operate.people.title") },
        { to: back, label: name },
      ]}
      width="narrow"
    >
      <Confirm
        what={t("operate.people.suspend.what", { name })}
        yes={t("operate.people.suspend", { name })}
        back={back}
      >
        <input type="hidden" name="suspend" value="yes" />
      </Confirm>
    </Page>
  );
}
