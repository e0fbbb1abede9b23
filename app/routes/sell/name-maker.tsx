import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { permit } from "#app/domain/permissions.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Page } from "#app/ui/page.tsx";
import { nameMaker } from "#app/usecases/sell/name-maker.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openMember } from "#app/web/member.server.ts";
import { pageTitle } from "#app/web/title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "sell.maker.title");

async function open(at: Door) {
  const { group, member } = await openMember(at, "see-members");
  permit(at.ctx.actor, "name-maker", { groupId: group.id, memberId: member.id });
  if (member.leftAt) throw notFound();
  return { group, member };
}

export const loader = door(async (at) => {
  const { group, member } = await open(at);
  return { slug: group.slug, number: member.number, name: member.name, isNamed: member.isNamed };
});

const NameForm = z.object({ do: z.enum(["agree", "withdraw"]) });

export const action = door(async (at) => {
  const { group, member } = await open(at);
  const form = await readForm(at.request, NameForm);
  if (!form.ok) return refused(form.state, form.status);
  const wish = { groupId: group.id, memberId: member.id, isNamed: form.value.do === "agree" };
  const answer = await nameMaker(at.ctx, wish);
  return answer.ok ? redirect(`/desk/${group.slug}/members/${member.number}/name`) : refusedBy(answer, form.values);
});

export default function NameMaker() {
  const { slug, number, name, isNamed } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("sell.maker.title")}
      lead={t("sell.maker.lead", { name })}
      back={{ to: `/desk/${slug}/members/${number}`, label: name }}
      width="narrow"
    >
      <p className="font-semibold">{t(isNamed ? "sell.maker.now.named" : "sell.maker.now.unnamed")}</p>
      <FormFrame state={state}>
        {isNamed ? (
          <Button name="do" value="withdraw" look="second" wide>
            {t("sell.maker.withdraw")}
          </Button>
        ) : (
          <Button name="do" value="agree" wide>
            {t("sell.maker.agree")}
          </Button>
        )}
      </FormFrame>
    </Page>
  );
}
