import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { listHarvest } from "#app/usecases/sell/list-harvest.ts";
import { door } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { openNewListing, submitNewListing } from "./new-listing.server.ts";
import { NewListingPage } from "./new-listing-page.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "sell.new.harvest.title");

export const loader = door((at) => openNewListing(at, "harvest"));

export const action = door((at) => submitNewListing(at, "harvest", listHarvest));

export default function ListHarvest() {
  return <NewListingPage data={useLoaderData<typeof loader>()} state={useActionData<typeof action>()} />;
}
