import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { permit } from "#app/domain/permissions.ts";
import { BoxForm as BoxFields, RetireBoxForm } from "#app/domain/ship-forms.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Page } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { retireBox } from "#app/usecases/ship/retire-box.ts";
import { setBox } from "#app/usecases/ship/set-box.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findBox } from "#db/read/boxes.ts";
import { BoxForm } from "./box-form.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "boxes.title");

async function open({ ctx, param }: Door) {
  const box = await findBox(ctx.actor, param("box"));
  if (!box) throw notFound();
  return box;
}

export const loader = door(async (entered) => ({
  box: await open(entered),
  formKey: entered.ctx.secrets.token(),
}));

export const action = door(async ({ ctx, param, request }) => {
  permit(ctx.actor, "set-box", { hubId: ctx.actor.hubIds[0] });
  const boxId = param("box");
  if ((await readForm(request.clone(), RetireBoxForm)).ok) {
    await retireBox(ctx, { boxId });
    return redirect("/boxes");
  }
  const form = await readForm(request, BoxFields);
  if (!form.ok) return refused(form.state, form.status);
  const { intent: _, ...box } = form.value;
  const answer = await setBox(ctx, { ...box, boxId });
  return answer.ok ? redirect("/boxes") : refusedBy(answer, form.values);
});

export default function SetBox() {
  const { box, formKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page title={t("boxes.change", { name: box.name })} back={{ to: "/boxes", label: t("boxes.title") }} width="narrow">
      <Refusal state={state} />
      <BoxForm formKey={formKey} state={state} box={box} />
      <FormFrame state={undefined}>
        <Button look="second" name="intent" value="retire" wide>
          {t("boxes.retire")}
        </Button>
        <p className="text-sm text-quiet">{t("boxes.retire.note")}</p>
      </FormFrame>
    </Page>
  );
}
