import { type ListingInput, listingSlug } from "#app/domain/listing.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { areMembersHere } from "#db/read/group-listings.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertListing } from "#db/write/listings.ts";

type Listed = Result<{ listingId: string; slug: string; isNew: boolean }, "member-not-here" | "form-used">;

/** A craft, with one variant to begin with: it stays a draft until it is published. */
export async function listCraft(
  ctx: Context,
  { groupId, formKey, input }: { groupId: string; formKey: string; input: ListingInput },
): Promise<Listed> {
  permit(ctx.actor, "list-craft", { groupId });
  const makers = input.contributions.map((contribution) => contribution.memberId);
  if (!(await areMembersHere(groupId, makers))) return refuse("member-not-here", { maker: "member-not-here" });
  const { now, newId } = ctx;
  const slug = listingSlug(input.name, ctx.secrets.shortCode(6));
  return inTransaction(async (tx) => {
    const listed = await insertListing(tx, {
      ...{ id: newId(), groupId, slug, kind: "craft", formKey, createdBy: ctx.actor.personId ?? "", now, newId },
      input: { ...input, harvestFrom: null, harvestUntil: null },
    });
    if (!listed) return refuse("form-used");
    if (listed.isNew) await recordActivity(tx, ctx, { what: "list-craft", groupId, subject: listed.listingId });
    return { ok: true, ...listed };
  });
}
