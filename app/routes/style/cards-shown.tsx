import { useWords } from "#app/i18n/words.tsx";
import { ComplaintCard } from "#app/ui/complaint-card.tsx";
import { type GroupCardProps, GroupGrid } from "#app/ui/group-card.tsx";
import { type ListingCardProps, ListingGrid } from "#app/ui/listing-card.tsx";
import { Section } from "#app/ui/page.tsx";
import { Photo } from "#app/ui/photo.tsx";
import { PrintSheet } from "#app/ui/print-sheet.tsx";
import { HubShown } from "./hub-shown.tsx";

const DRAWINGS = ["craft", "food", "harvest", "group"] as const;

type CardsShownProps = { listings: ListingCardProps[]; groups: GroupCardProps[] };

/** The market's own newest, so that the links lead somewhere; then the same with a long name, sold out, without a photo. */
export function CardsShown({ listings, groups }: CardsShownProps) {
  const { t } = useWords();
  const odd = listings.slice(0, 2).map((listing, at) => ({
    ...listing,
    slug: listing.slug,
    name: t("style.long-name"),
    isSoldOut: at === 0,
    madeByDisabled: true,
    photo: at === 0 ? listing.photo : null,
  }));
  return (
    <>
      <Section title={t("style.cards")}>
        <ListingGrid listings={listings} />
        <ListingGrid listings={odd} />
        <GroupGrid groups={groups} />
        <GroupGrid groups={groups.map((group) => ({ ...group, name: t("style.long-name"), photo: null }))} />
        <div className="grid grid-cols-4 gap-3">
          {DRAWINGS.map((drawing) => (
            <Photo key={drawing} photo={null} drawing={drawing} sizes="25vw" className="aspect-square w-full" />
          ))}
        </div>
      </Section>
      <Section title={t("complaints.all")}>
        {(["open", "closed"] as const).map((state) => (
          <ComplaintCard
            key={state}
            complaint={{
              ...{ id: state, orderNumber: "LB-261124-K7QF", groupName: t("style.long-name"), buyerName: "Rahmah" },
              ...{ kind: "damaged", wish: "refund", words: t("style.type.sample"), photoId: null, state },
              ...{ reportedAt: "2026-11-24T02:00:00.000Z", answer: state === "open" ? "" : t("style.type.sample") },
              ...{ outcome: state === "open" ? null : "none", decision: t("style.type.sample") },
            }}
          />
        ))}
      </Section>
      <HubShown />
      <Section title={t("style.paper")}>
        <PrintSheet>
          <p>{t("style.type.sample")}</p>
        </PrintSheet>
      </Section>
    </>
  );
}
