import { json, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { MAX_VARIANTS } from "#app/domain/listing.ts";
import { EditListingForm } from "#app/domain/listing-form.ts";
import { editListing } from "#app/usecases/sell/edit-listing.ts";
import { door } from "#app/web/door.server.ts";
import { type FormState, readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findRuleInForce } from "#db/read/split-rules.ts";
import { openListing, showListing } from "./edit-listing.server.ts";
import { EditListingPage } from "./edit-listing-page.tsx";
import { readFacts, readRows } from "./listing-form.server.ts";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "sell.edit.title", { name: data?.name ?? "" });

export const loader = door(showListing);

export const action = door(async (at) => {
  const { ctx, request } = at;
  const { group, listing, here } = await openListing(at);
  const form = await readForm(request, EditListingForm);
  const said = form.ok ? form.values : form.state.values;
  if (!form.ok && form.status === 400) return refused(form.state, form.status);
  const wanted = Number(said.rows?.[0]);
  const rowCount = Number.isInteger(wanted) && wanted >= 1 && wanted <= MAX_VARIANTS ? wanted : 1;
  // The page shows as many rows as this says: a number that nobody could have sent from it must not come back to it.
  const texts: FormState["values"] = { ...said, rows: [String(rowCount)] };
  const asked = texts.do?.[0];
  if (asked === "add-row" || asked === "options") {
    const rows = String(Math.min(asked === "options" ? rowCount : rowCount + 1, MAX_VARIANTS));
    return json({ errors: {}, values: { ...texts, rows: [rows] } } satisfies FormState);
  }
  const listingRuleId = listing.splitRuleId;
  const rule = await findRuleInForce({ groupId: group.id, listingRuleId, now: ctx.now });
  const { kind } = listing;
  const mayBeNone = listing.variants.length > 0;
  const rows = readRows({ texts, kind, rows: rowCount, mayBeNone, rule: rule?.rule });
  const facts = form.ok ? readFacts(form.value, { kind, unit: form.value.unit }) : null;
  if (!form.ok || !rows.ok || !facts?.ok) {
    const errors = {
      ...(form.ok ? {} : form.state.errors),
      ...(facts && !facts.ok ? facts.fields : {}),
      ...(rows.ok ? {} : rows.fields),
    };
    return refused({ errors, values: texts });
  }
  const { name, description, unit, splitRuleId, restore, version } = form.value;
  const { variants, contributions } = rows;
  const answer = await editListing(ctx, {
    listingId: listing.id,
    version,
    input: { ...facts.facts, name, description, unit, splitRuleId, restore, variants, contributions },
  });
  if (!answer.ok) return refusedBy(answer, texts);
  return redirect(`${here}?said=${answer.isHidden ? "saved-hidden" : "saved"}`);
});

export default function EditListing() {
  return <EditListingPage data={useLoaderData<typeof loader>()} state={useActionData<typeof action>()} />;
}
