import { DropKeeperForm, KeeperForm, ServeForm } from "#app/domain/ship-forms.ts";
import type { Context } from "#app/usecases/context.ts";
import { addHubKeeper } from "#app/usecases/operate/add-hub-keeper.ts";
import { removeHubKeeper } from "#app/usecases/operate/remove-hub-keeper.ts";
import { serveGroup } from "#app/usecases/operate/serve-group.ts";
import { stopServingGroup } from "#app/usecases/operate/stop-serving-group.ts";
import { readForm } from "#app/web/form.server.ts";
import type { RegionOffer } from "#app/web/regions.server.ts";

export type HubAgain = {
  errors: Record<string, string>;
  values: Record<string, string[]>;
  regions: RegionOffer | null;
};

type Around = "done" | { again: HubAgain; status: number } | null;

/** The small forms around a hub's own: its keepers, and the groups that it serves. Null when the request is none of them. */
export async function changeAround(ctx: Context, around: { hubId: string; request: Request }): Promise<Around> {
  return (await changeKeepers(ctx, around)) ?? (await changeGroups(ctx, around));
}

async function changeKeepers(ctx: Context, { hubId, request }: { hubId: string; request: Request }): Promise<Around> {
  const drop = await readForm(request.clone(), DropKeeperForm);
  if (drop.ok) {
    await removeHubKeeper(ctx, { hubId, personId: drop.value.personId });
    return "done";
  }
  const keeper = await readForm(request.clone(), KeeperForm);
  if (keeper.ok) return answered(await addHubKeeper(ctx, { hubId, phone: keeper.value.phone }), keeper.values);
  return refusedHere(keeper, ["keeper"]);
}

async function changeGroups(ctx: Context, { hubId, request }: { hubId: string; request: Request }): Promise<Around> {
  const form = await readForm(request.clone(), ServeForm);
  if (!form.ok) return refusedHere(form, ["serve", "unserve"]);
  const { intent, groupId } = form.value;
  const change = intent === "serve" ? serveGroup : stopServingGroup;
  return answered(await change(ctx, { hubId, groupId }), form.values);
}

type Answer = { ok: true } | { ok: false; reason: string; fields?: Record<string, string> | undefined };

function answered(answer: Answer, values: HubAgain["values"]): Around {
  if (answer.ok) return "done";
  return { again: { errors: answer.fields ?? { form: answer.reason }, values, regions: null }, status: 409 };
}

type Unread = { state: Omit<HubAgain, "regions">; status: number };

/** A form that cannot be read is shown again where it is one of these; else it is somebody else's. */
function refusedHere({ state, status }: Unread, intents: string[]): Around {
  return intents.includes(state.values.intent?.[0] ?? "") ? { again: { ...state, regions: null }, status } : null;
}
