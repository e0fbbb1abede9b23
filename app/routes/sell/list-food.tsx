import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { listFood } from "#app/usecases/sell/list-food.ts";
import { door } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { openNewListing, submitNewListing } from "./new-listing.server.ts";
import { NewListingPage } from "./new-listing-page.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "sell.new.food.title");

export const loader = door((at) => openNewListing(at, "food"));

export const action = door((at) => submitNewListing(at, "food", listFood));

export default function ListFood() {
  return <NewListingPage data={useLoaderData<typeof loader>()} state={useActionData<typeof action>()} />;
}
