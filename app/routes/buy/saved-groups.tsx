import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { ListingGrid } from "#app/ui/listing-card.tsx";
import { Empty, Page } from "#app/ui/page.tsx";
import { markGroupsSeen } from "#app/usecases/buy/mark-groups-seen.ts";
import { showListingCards } from "#app/web/cards.server.ts";
import { door } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listSavedGroups } from "#db/read/saved-groups.ts";
import { SaveGroupButton } from "./save-group-button.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "saved-groups.title");

export const loader = door(async ({ ctx }) => {
  const saved = await listSavedGroups(ctx.actor);
  const groups = await Promise.all(
    saved.map(async ({ slug, name, newIds }) => ({ slug, name, listings: await showListingCards(ctx, newIds) })),
  );
  const groupIds = saved.filter((group) => group.newIds.length > 0).map((group) => group.groupId);
  if (groupIds.length > 0) await markGroupsSeen(ctx, { groupIds });
  return { groups };
});

export default function SavedGroups() {
  const { groups } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page
      title={t("saved-groups.title")}
      lead={t("saved-groups.lead")}
      back={{ to: "/account", label: t("nav.account") }}
    >
      {groups.length === 0 ? (
        <Empty text={t("saved-groups.none")}>
          <ButtonLink to="/groups">{t("menu.groups")}</ButtonLink>
        </Empty>
      ) : null}
      {groups.map((group) => (
        <section key={group.slug} className="grid gap-3">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h2>
              <Link to={`/groups/${group.slug}`} className="inline-flex min-h-11 items-center text-sea underline">
                {group.name}
              </Link>
            </h2>
            <SaveGroupButton group={group} isSaved from="list" />
          </div>
          {group.listings.length === 0 ? (
            <p className="text-quiet">{t("saved-groups.nothing-new")}</p>
          ) : (
            <>
              <p>{t("saved-groups.new", { count: group.listings.length })}</p>
              <ListingGrid listings={group.listings} />
            </>
          )}
        </section>
      ))}
    </Page>
  );
}
