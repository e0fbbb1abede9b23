import { redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";
import { showGroupCards, showListingCards } from "#app/web/cards.server.ts";
import { door } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listActiveGroups } from "#db/read/group-pages.ts";
import { listNewestIds } from "#db/read/listing-cards.ts";
import { ButtonsShown } from "./buttons-shown.tsx";
import { CardsShown } from "./cards-shown.tsx";
import { FieldsShown } from "./fields-shown.tsx";
import { MessagesShown } from "./messages-shown.tsx";
import { TablesShown } from "./tables-shown.tsx";
import { TokensShown } from "./tokens-shown.tsx";
import { WaysShown } from "./ways-shown.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "style.title");

export const loader = door(async ({ ctx }) => {
  const [ids, { groups }] = await Promise.all([
    listNewestIds({ kinds: ["craft", "food"], limit: 2 }),
    listActiveGroups({ kind: null, place: null, madeByDisabled: false, page: 1 }),
  ]);
  return { listings: await showListingCards(ctx, ids), groups: await showGroupCards(ctx, groups.slice(0, 1)) };
});

/** The forms here can be sent; nothing comes of it. */
export const action = door(async () => redirect("/gaya", 303));

export default function Style() {
  const { listings, groups } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page title={t("style.title")} lead={t("style.lead")}>
      <TokensShown />
      <ButtonsShown />
      <FieldsShown />
      <WaysShown />
      <TablesShown />
      <MessagesShown />
      <CardsShown listings={listings} groups={groups} />
      <Shown title={t("style.theme.dark")} theme="dark" />
      <Shown title={t("style.theme.light")} theme="light" />
      <section data-large="" className="grid gap-6">
        <h2>{t("style.large")}</h2>
        <Sample />
      </section>
    </Page>
  );
}

/** The same few pieces on the ground of one theme, whatever the page's own is. */
function Shown({ title, theme }: { title: ReactNode; theme: "light" | "dark" }) {
  return (
    <section data-theme={theme} className="grid gap-6 rounded-card border border-line bg-paper p-4 text-ink sm:p-6">
      <h2>{title}</h2>
      <Sample />
    </section>
  );
}

function Sample() {
  return (
    <>
      <ButtonsShown isSample />
      <FieldsShown isSample />
      <WaysShown isSample />
      <TablesShown isSample />
      <MessagesShown isSample />
    </>
  );
}
