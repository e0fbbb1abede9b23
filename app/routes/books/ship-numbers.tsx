import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";
import { ShipNumbers } from "#app/ui/ship-numbers.tsx";
import { door } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { shipNumbers } from "#app/web/ship-numbers.server.ts";
import { pageTitle } from "#app/web/title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "ship-numbers.title");

export const loader = door(async (entered) => {
  const group = await openGroup(entered, "see-books");
  return { slug: group.slug, numbers: await shipNumbers(entered.ctx, group.id) };
});

export default function GroupShipNumbers() {
  const { slug, numbers } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page
      title={t("ship-numbers.title")}
      lead={t("ship-numbers.lead")}
      back={{ to: `/books/${slug}`, label: t("books.title") }}
    >
      <ShipNumbers {...numbers} file={`/books/${slug}/shipping.csv`} />
    </Page>
  );
}
