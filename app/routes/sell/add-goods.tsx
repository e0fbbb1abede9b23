import type { GroupKind } from "#app/domain/group-kind.ts";
import { LISTING_KINDS, type ListingKind } from "#app/domain/listing-kind.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";

/** What a group of this kind lists most stands first. */
const MOSTLY: Record<GroupKind, ListingKind> = {
  boutique: "craft",
  craft: "craft",
  farm: "harvest",
  fishery: "harvest",
  food: "food",
  cooperative: "craft",
};

/** One tap to a new listing of each kind. */
export function AddGoods({ slug, kind }: { slug: string; kind: GroupKind }) {
  const { t } = useWords();
  const kinds = LISTING_KINDS.toSorted((a, b) => Number(b === MOSTLY[kind]) - Number(a === MOSTLY[kind]));
  return (
    <nav aria-label={t("sell.add-goods")} className="grid gap-2">
      <p aria-hidden="true" className="font-semibold">
        {t("sell.add-goods")}
      </p>
      <ul className="flex flex-wrap gap-2">
        {kinds.map((each) => (
          <li key={each}>
            <ButtonLink to={`/desk/${slug}/listings/new-${each}`} look={each === MOSTLY[kind] ? "main" : "second"}>
              <span aria-hidden="true">+</span> {t(`listing-kind.${each}`)}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
