import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { listCraft } from "#app/usecases/sell/list-craft.ts";
import { door } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { openNewListing, submitNewListing } from "./new-listing.server.ts";
import { NewListingPage } from "./new-listing-page.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "sell.new.craft.title");

export const loader = door((at) => openNewListing(at, "craft"));

export const action = door((at) => submitNewListing(at, "craft", listCraft));

export default function ListCraft() {
  return <NewListingPage data={useLoaderData<typeof loader>()} state={useActionData<typeof action>()} />;
}
