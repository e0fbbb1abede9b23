import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { permit } from "#app/domain/permissions.ts";
import { readablePhone } from "#app/domain/phone.ts";
import { DropKeeperForm, KeeperForm } from "#app/domain/ship-forms.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import { addPointKeeper } from "#app/usecases/operate/add-point-keeper.ts";
import { removePointKeeper } from "#app/usecases/operate/remove-point-keeper.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listPointKeepers } from "#db/read/hubs.ts";
import { findPickUpPoint } from "#db/read/places.ts";
import { Keepers } from "./keepers.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "operate.point.title");

async function open({ ctx, param }: Door) {
  permit(ctx.actor, "set-hub");
  const point = await findPickUpPoint(param("point"));
  if (!point) throw notFound();
  return point;
}

export const loader = door(async (entered) => {
  const { id, name, address, zoneName } = await open(entered);
  const keepers = await listPointKeepers(entered.ctx.actor, id);
  return {
    ...{ name, address, zoneName },
    keepers: keepers.map((keeper) => ({ ...keeper, phone: keeper.phone && readablePhone(keeper.phone) })),
  };
});

export const action = door(async (entered) => {
  const { id } = await open(entered);
  const { ctx, request } = entered;
  const done = () => redirect(`/operate/pick-up-points/${id}`, 303);
  const drop = await readForm(request.clone(), DropKeeperForm);
  if (drop.ok) {
    await removePointKeeper(ctx, { pickUpPointId: id, personId: drop.value.personId });
    return done();
  }
  const form = await readForm(request, KeeperForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await addPointKeeper(ctx, { pickUpPointId: id, phone: form.value.phone });
  return answer.ok ? done() : refusedBy(answer, form.values);
});

export default function PointKeepers() {
  const { name, address, zoneName, keepers } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={name}
      lead={`${address}. ${t("operate.points.zone", { zone: zoneName })}`}
      trail={[
        { to: "/operate", label: t("nav.operate") },
        { to: "/operate/hubs", label: t("operate.hubs.title") },
      ]}
      width="narrow"
    >
      <Refusal state={state} />
      <p>{t("operate.point.lead")}</p>
      <Keepers keepers={keepers} state={stateFor(state, { intent: "keeper" })} />
    </Page>
  );
}
