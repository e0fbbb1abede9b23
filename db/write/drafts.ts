import { type ListingInput, listingSlug } from "#app/domain/listing.ts";
import { harvestErrors, skuErrors } from "#app/domain/listing-checks.ts";
import { skuKey } from "#app/domain/listing-facts.ts";
import type { ListingKind } from "#app/domain/listing-kind.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { areMembersHere, listSkuKeysElsewhere } from "../read/group-listings.ts";
import type { Tx } from "../transaction.server.ts";
import { recordActivity } from "./activities.ts";
import { insertListing } from "./listings.ts";

/** What somebody typed to list something, with the key of the form. */
export type Draft = { groupId: string; formKey: string; input: ListingInput };

export type Drafted = Result<
  { listingId: string; slug: string; isNew: boolean },
  "member-not-here" | "form-used" | "harvest-order" | "sku-twice"
>;

type By = {
  actor: { personId: string | null };
  now: Date;
  newId: () => string;
  secrets: { shortCode: (length: number) => string };
};

/** What listing a craft, food or a harvest have in common: the makers are members, the codes are free, and one form makes one draft. */
export async function writeDraft(tx: Tx, by: By, { kind, ...draft }: Draft & { kind: ListingKind }): Promise<Drafted> {
  const { groupId, formKey, input } = draft;
  if (kind === "harvest") {
    const errors = harvestErrors(input.harvestFrom, input.harvestUntil);
    if (Object.keys(errors).length > 0) return refuse("harvest-order", errors);
  }
  const makers = input.contributions.map((contribution) => contribution.memberId);
  if (!(await areMembersHere(groupId, makers))) return refuse("member-not-here", { maker: "member-not-here" });
  const rows = input.variants.map(({ sku }, row) => ({ key: skuKey(groupId, sku), row }));
  const keys = rows.flatMap(({ key }) => key ?? []);
  const taken = skuErrors(rows, await listSkuKeysElsewhere({ keys, formKey }));
  if (Object.keys(taken).length > 0) return refuse("sku-twice", taken);
  const { now, newId } = by;
  const slug = listingSlug(input.name, by.secrets.shortCode(6));
  const listed = await insertListing(tx, {
    ...{ id: newId(), groupId, slug, kind, formKey, createdBy: by.actor.personId ?? "", now, newId },
    input,
  });
  if (!listed) return refuse("form-used");
  if (listed.isNew) await recordActivity(tx, by, { what: `list-${kind}`, groupId, subject: listed.listingId });
  return { ok: true, ...listed };
}
