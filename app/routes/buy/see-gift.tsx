import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { Notice, Page } from "#app/ui/page.tsx";
import { door, notFound } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findGift } from "#db/read/gifts.ts";
import { isGiftKey } from "./gift-link.server.ts";
import { orderWay } from "./order-way.server.ts";
import { OrderWay } from "./order-way.tsx";

export const meta: MetaFunction = ({ matches }) => [
  ...pageTitle(matches, "gift.title"),
  { name: "robots", content: "noindex" },
];

/** What a gift's recipient may know: where it is, when it comes, and by which code to fetch it. */
export const loader = door(async ({ ctx, param }) => {
  const gift = await findGift(ctx.actor, param("number"));
  if (!gift || !isGiftKey(ctx, gift, param("key"))) throw notFound();
  const isEnded = ["expired", "cancelled", "refunded"].includes(gift.state);
  return { name: gift.name, number: gift.number, isEnded, way: await orderWay(ctx, { ...gift, isOwn: true }) };
});

export default function SeeGift() {
  const { name, number, isEnded, way } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page title={t("gift.for", { name: name ?? "" })} lead={t("gift.lead", { number })} width="narrow">
      {way ? (
        <OrderWay way={way} />
      ) : (
        <Notice tone={isEnded ? "warn" : "info"}>{t(isEnded ? "gift.ended" : "gift.soon")}</Notice>
      )}
    </Page>
  );
}
