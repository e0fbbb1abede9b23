import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SpokenCode } from "#app/domain/reset-code.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Empty, Page } from "#app/ui/page.tsx";
import { acceptInvitation } from "#app/usecases/account/accept-invitation.ts";
import { type Door, door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { statusOf } from "#app/web/session.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findInvitation } from "#db/read/invitations.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "account.join.title");

function codeIn({ param }: Door): string {
  const code = SpokenCode.safeParse(param("code"));
  return code.success ? code.data : "";
}

export const loader = door(async (at) => {
  const { ctx } = at;
  const code = codeIn(at);
  const invitation = await findInvitation(ctx.secrets.hash("invitation", code), ctx.now);
  return {
    code,
    name: ctx.actor.name,
    invitation: invitation
      ? { name: invitation.name, group: invitation.groupName, kind: invitation.groupKind, by: invitation.invitedBy }
      : null,
  };
});

export const action = door(async (at) => {
  const form = await readForm(at.request, z.object({}));
  if (!form.ok) return refused(form.state, form.status);
  const answer = await acceptInvitation(at.ctx, { code: codeIn(at) });
  return answer.ok ? redirect(`/desk/${answer.groupSlug}`) : refusedBy(answer, {}, statusOf(answer));
});

export default function AcceptInvitation() {
  const { code, name, invitation } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  if (!invitation)
    return (
      <Page title={t("account.join.title")} width="narrow">
        <Empty text={t("reason.invitation-gone")}>
          <ButtonLink to="/join">{t("account.join.again")}</ButtonLink>
        </Empty>
      </Page>
    );
  const next = `?next=${encodeURIComponent(`/join/${code}`)}`;
  return (
    <Page title={t("account.join.to", { group: invitation.group })} width="narrow">
      <Card>
        <p>{t("account.join.invited", { by: invitation.by, name: invitation.name })}</p>
        <p className="text-quiet">{t(`group-kind.${invitation.kind}`)}</p>
      </Card>
      {name ? (
        <FormFrame state={state}>
          <p>{t("account.join.as", { name })}</p>
          <Button wide>{t("account.join.accept")}</Button>
        </FormFrame>
      ) : (
        <div className="grid gap-3">
          <p>{t("account.join.first")}</p>
          <ButtonLink to={`/sign-up${next}`} wide>
            {t("account.sign-up.title")}
          </ButtonLink>
          <ButtonLink to={`/sign-in${next}`} look="second" wide>
            {t("account.sign-up.known")}
          </ButtonLink>
        </div>
      )}
    </Page>
  );
}
