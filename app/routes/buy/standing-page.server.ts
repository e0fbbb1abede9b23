import type { SerializeFrom } from "@remix-run/node";
import { placeText } from "#app/domain/standing-order.ts";
import { type Door, notFound } from "#app/web/door.server.ts";
import { findCycleOpening, findOwnStandingOrder } from "#db/read/standing-orders.ts";
import { standingChoices } from "./standing-choices.server.ts";
import { shownNext } from "./standing-words.ts";

/** All that the page of one's standing order shows; the 404 page for everybody else. */
export async function standingPage({ ctx, param, url }: Door) {
  const found = await findOwnStandingOrder(ctx.actor, param("standing"));
  if (!found) throw notFound();
  const { personId: _, listingName, variantName, turns, ...standing } = found;
  const { variantId, quantityMilli } = standing;
  return {
    isNew: url.searchParams.has("started"),
    isSaved: url.searchParams.has("saved"),
    standing: { ...standing, name: [listingName, variantName].filter(Boolean).join(", "), place: placeText(standing) },
    next: shownNext(standing, { opensAt: await findCycleOpening(variantId), now: ctx.now }),
    turns: turns.map(({ turn, outcome, why, at, number }) => ({ turn, outcome, why, number, at: at.toISOString() })),
    choices: await standingChoices(ctx, { variantId, quantityMilli }),
  };
}

export type StandingPage = SerializeFrom<typeof standingPage>;
