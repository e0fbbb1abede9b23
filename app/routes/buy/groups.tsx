import { Form, type MetaFunction, useLoaderData } from "@remix-run/react";
import { oneOf, readPage, readPlace } from "#app/domain/catalogue.ts";
import { GROUP_KINDS } from "#app/domain/group-kind.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FilterCheck, FilterFold, FilterSelect } from "#app/ui/filter-fields.tsx";
import { GroupGrid } from "#app/ui/group-card.tsx";
import { Empty, Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { placeOptions } from "#app/ui/place-options.ts";
import { showGroupCards } from "#app/web/cards.server.ts";
import { door } from "#app/web/door.server.ts";
import { placeChoices } from "#app/web/place-names.server.ts";
import { shareOf, shareTags } from "#app/web/share.ts";
import { wordsFor } from "#app/web/title.ts";
import { type GroupFilter, listActiveGroups, listGroupVillages } from "#db/read/group-pages.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const t = wordsFor(matches);
  if (!data) return [{ title: "Lumbung" }];
  return shareTags({ title: t("groups.title"), description: t("groups.description"), share: data.share });
};

export const loader = door(async ({ ctx, url }) => {
  const asked = url.searchParams;
  const filter: GroupFilter = {
    kind: oneOf(GROUP_KINDS, asked.get("kind")),
    place: readPlace(asked.get("place")),
    madeByDisabled: asked.get("madeByDisabled") === "yes",
    page: readPage(asked.get("page")),
  };
  const [found, villages] = await Promise.all([listActiveGroups(filter), listGroupVillages()]);
  const [groups, places] = await Promise.all([showGroupCards(ctx, found.groups), placeChoices(ctx, villages)]);
  return {
    filter,
    groups,
    places,
    count: found.count,
    hasNext: found.hasNext,
    share: shareOf(ctx, groupsLink(filter, filter.page)),
  };
});

function groupsLink({ kind, place, madeByDisabled }: GroupFilter, page: number): string {
  const query = new URLSearchParams();
  if (kind) query.set("kind", kind);
  if (place) query.set("place", place);
  if (madeByDisabled) query.set("madeByDisabled", "yes");
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `/groups?${query}` : "/groups";
}

export default function Groups() {
  const { filter, groups, places, count, hasNext } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page title={t("groups.title")} lead={t("groups.description")}>
      <div className="grid gap-6 lg:grid-cols-[16rem_minmax(0,1fr)] lg:items-start lg:gap-8">
        <Form method="get" action="/groups" reloadDocument>
          <FilterFold label={t("groups.filters")} isOpen={false}>
            <FilterSelect
              name="kind"
              label={t("catalogue.group-kind")}
              value={filter.kind}
              all={t("catalogue.group-kind.all")}
              choices={GROUP_KINDS.map((kind) => ({ value: kind, label: t(`group-kind.${kind}`) }))}
            />
            <FilterSelect
              name="place"
              label={t("catalogue.place")}
              value={filter.place}
              all={t("catalogue.place.all")}
              choices={placeOptions(places)}
            />
            <FilterCheck name="madeByDisabled" label={t("made-by-disabled")} on={filter.madeByDisabled} />
            <Button wide>{t("catalogue.apply")}</Button>
          </FilterFold>
        </Form>
        <section className="grid min-w-0 gap-4" aria-label={t("groups.title")}>
          <p className="font-semibold" role="status">
            {t("groups.count", { count })}
          </p>
          {groups.length === 0 ? (
            <Empty drawing="lens" text={t("groups.empty")}>
              <ButtonLink to="/groups">{t("groups.see-all")}</ButtonLink>
            </Empty>
          ) : null}
          <GroupGrid groups={groups} heading="h2" />
          <Pagination page={filter.page} hasNext={hasNext} linkTo={(page) => groupsLink(filter, page)} />
        </section>
      </div>
    </Page>
  );
}
