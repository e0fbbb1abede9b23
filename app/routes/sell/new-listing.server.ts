import { redirect } from "@remix-run/node";
import { measureOf, stepsOf } from "#app/domain/contribution.ts";
import type { ListingInput } from "#app/domain/listing.ts";
import { NewListingForm } from "#app/domain/listing-form.ts";
import type { ListingKind } from "#app/domain/listing-kind.ts";
import { measureTexts } from "#app/domain/listing-texts.ts";
import { BOXES } from "#app/domain/parcel-box.ts";
import type { Result } from "#app/domain/result.ts";
import type { Unit } from "#app/domain/unit.ts";
import type { Context } from "#app/usecases/context.ts";
import { addListingPhoto } from "#app/usecases/sell/add-listing-photo.ts";
import { publishListing } from "#app/usecases/sell/publish-listing.ts";
import type { Door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { findLastListing, listMakers } from "#db/read/group-listings.ts";
import { findRuleInForce } from "#db/read/split-rules.ts";
import { readRows } from "./listing-form.server.ts";

const USUAL_UNIT: Record<ListingKind, Unit> = { craft: "buah", food: "bungkus", harvest: "kg" };

/** What the page of a new listing holds: who may have made it, and the group's last choices. */
export async function openNewListing(door: Door, kind: ListingKind) {
  const { ctx } = door;
  const group = await openGroup(door, `list-${kind}`);
  const [makers, last, rule] = await Promise.all([
    listMakers(ctx.actor, group.id),
    findLastListing(group.id, kind),
    findRuleInForce({ groupId: group.id, listingRuleId: null, now: ctx.now }),
  ]);
  const unit = last?.unit ?? USUAL_UNIT[kind];
  const defaults: Record<string, string> = { unit, ...measureTexts(last ?? BOXES.small, 0) };
  return {
    kind,
    group: { slug: group.slug, name: group.name },
    formKey: ctx.secrets.token(),
    makers,
    steps: stepsOf(rule?.rule),
    measure: measureOf(kind, rule?.rule.method ?? "contribution"),
    defaults,
  };
}

type New = { groupId: string; formKey: string; input: ListingInput };
type List = (
  ctx: Context,
  listing: New,
) => Promise<Result<{ listingId: string; slug: string; isNew: boolean }, string>>;

/** Lists it, then adds the photo, then publishes it if that was wished; whatever fails, all that was typed is kept. */
export async function submitNewListing(door: Door, kind: ListingKind, list: List) {
  const { ctx, request } = door;
  const group = await openGroup(door, `list-${kind}`);
  const form = await readForm(request, NewListingForm);
  const texts = form.ok ? form.values : form.state.values;
  if (!form.ok && form.status === 400) return refused(form.state, form.status);
  const rule = await findRuleInForce({ groupId: group.id, listingRuleId: null, now: ctx.now });
  const rows = readRows({ texts, kind, rows: 1, mayBeNone: false, rule: rule?.rule });
  if (!form.ok || !rows.ok) {
    const errors = { ...(form.ok ? {} : form.state.errors), ...(rows.ok ? {} : rows.fields) };
    return refused({ errors, values: texts });
  }
  const { name, unit, harvestFrom, harvestUntil, formKey, alt } = form.value;
  const blank = { description: "", madeToOrderDays: null, shelfDays: null, fragile: false, splitRuleId: null };
  const { variants, contributions } = rows;
  const input = { ...blank, name, unit, harvestFrom, harvestUntil, variants, contributions };
  const listed = await list(ctx, { groupId: group.id, formKey, input });
  if (!listed.ok) return refusedBy(listed, texts);
  const desk = `/desk/${group.slug}/listings`;
  const file = form.files.get("photo")?.[0];
  if (listed.isNew && file) {
    const upload = new Uint8Array(await file.arrayBuffer());
    const added = await addListingPhoto(ctx, { listingId: listed.listingId, upload, alt });
    if (!added.ok) return redirect(`${desk}/${listed.slug}/photos?failed=${added.reason}`);
  }
  if (form.value.do === "keep") return redirect(`${desk}?said=kept`);
  const published = await publishListing(ctx, { listingId: listed.listingId });
  return redirect(published.ok ? `${desk}?said=published` : `${desk}/${listed.slug}?said=kept`);
}
