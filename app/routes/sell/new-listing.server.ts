import { redirect } from "@remix-run/node";
import type { z } from "zod";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { measureOf, stepsOf } from "#app/domain/contribution.ts";
import { usuallyCatchWeight } from "#app/domain/listing-facts.ts";
import { NewListingForm } from "#app/domain/listing-form.ts";
import type { ListingKind } from "#app/domain/listing-kind.ts";
import { measureTexts } from "#app/domain/listing-texts.ts";
import { BOXES } from "#app/domain/parcel-box.ts";
import type { Unit } from "#app/domain/unit.ts";
import { addListingPhoto } from "#app/usecases/sell/add-listing-photo.ts";
import type { listCraft } from "#app/usecases/sell/list-craft.ts";
import { publishListing } from "#app/usecases/sell/publish-listing.ts";
import type { Door } from "#app/web/door.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { findLastListing, listMakers } from "#db/read/group-listings.ts";
import { findNetwork, foodPolicyOf } from "#db/read/networks.ts";
import { findRuleInForce } from "#db/read/split-rules.ts";
import { refusedByKeeping, refusedKeeping, uploadOf } from "./held-photo.server.ts";
import { readFacts, readRows } from "./listing-form.server.ts";

const USUAL_UNIT: Record<ListingKind, Unit> = { craft: "buah", food: "bungkus", harvest: "kg" };

/** What the page of a new listing holds: who may have made it, and the group's last choices. */
export async function openNewListing(door: Door, kind: ListingKind) {
  const { ctx } = door;
  const group = await openGroup(door, `list-${kind}`);
  const [makers, last, rule, network] = await Promise.all([
    listMakers(ctx.actor, group.id),
    findLastListing(group.id, kind),
    findRuleInForce({ groupId: group.id, listingRuleId: null, now: ctx.now }),
    findNetwork(),
  ]);
  const unit = last?.unit ?? USUAL_UNIT[kind];
  const measures = measureTexts(last ?? BOXES.small, 0);
  const defaults: Record<string, string> = {
    unit,
    travels: last?.travels ?? "anywhere",
    ...measures,
    ...(kind === "harvest" ? usualHarvest(ctx.now.getTime()) : {}),
  };
  return {
    kind,
    group: { slug: group.slug, name: group.name },
    formKey: ctx.secrets.token(),
    makers,
    policy: foodPolicyOf(network),
    steps: stepsOf(rule?.rule),
    measure: measureOf(kind, rule?.rule.method ?? "contribution"),
    defaults,
  };
}

const USUAL_HARVEST_DAYS = 7;
const DAY_MS = 86_400_000;

/** Most harvests are listed when they begin, and last about a week: a first answer that the grower can change. */
function usualHarvest(nowMs: number) {
  return { harvestFrom: dayInWib(nowMs), harvestUntil: dayInWib(nowMs + USUAL_HARVEST_DAYS * DAY_MS) };
}

/** Food and harvests are listed by use cases of the same shape. */
type List = typeof listCraft;

/** Lists it, then adds the photo, then publishes it if that was wished; whatever fails, all that was typed is kept. */
export async function submitNewListing(door: Door, kind: ListingKind, list: List) {
  const { ctx, request } = door;
  const group = await openGroup(door, `list-${kind}`);
  const form = await readForm(request, NewListingForm);
  const texts = form.ok ? form.values : form.state.values;
  if (!form.ok && form.status === 400) return refusedKeeping(ctx, form);
  const rule = await findRuleInForce({ groupId: group.id, listingRuleId: null, now: ctx.now });
  const rows = readRows({ texts, kind, rows: 1, mayBeNone: false, rule: rule?.rule });
  const facts = form.ok ? readFacts(factsIn(form.value, kind), { kind, unit: form.value.unit }) : null;
  if (!form.ok || !rows.ok || !facts?.ok) {
    const errors = {
      ...(form.ok ? {} : form.state.errors),
      ...(facts && !facts.ok ? facts.fields : {}),
      ...(rows.ok ? {} : rows.fields),
    };
    return refusedKeeping(ctx, { ...form, state: { errors, values: texts } });
  }
  const { name, unit, formKey, alt } = form.value;
  const { variants, contributions } = rows;
  const input = { ...facts.facts, name, unit, description: "", splitRuleId: null, variants, contributions };
  const listed = await list(ctx, { groupId: group.id, formKey, input });
  if (!listed.ok) return refusedByKeeping(ctx, { ...form, values: texts }, listed);
  const desk = `/desk/${group.slug}/listings`;
  const upload = await uploadOf(ctx, form);
  if (listed.isNew && upload) {
    // A photo that nobody described is at least read out by the name of what it shows.
    const added = await addListingPhoto(ctx, { listingId: listed.listingId, upload, alt: alt || name });
    if (!added.ok) return redirect(`${desk}/${listed.slug}/photos?failed=${added.reason}`);
  }
  if (form.value.do === "keep") return redirect(`${desk}?said=kept`);
  const published = await publishListing(ctx, { listingId: listed.listingId });
  return redirect(published.ok ? `${desk}?said=published` : `${desk}/${listed.slug}?said=kept`);
}

/** What the short form asks; goods sold by weight are weighed again when they are packed. */
function factsIn(said: z.output<typeof NewListingForm>, kind: ListingKind) {
  const { permitKind, permitNumber, halal, halalNumber, shelfDays, travels, harvestFrom, harvestUntil, unit } = said;
  const label = { permitKind, permitNumber, halal, halalNumber };
  return { ...label, shelfDays, travels, harvestFrom, harvestUntil, catchWeight: usuallyCatchWeight(kind, unit) };
}
