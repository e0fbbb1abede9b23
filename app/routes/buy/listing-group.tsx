import { Link } from "@remix-run/react";
import type { GroupKind } from "#app/domain/group-kind.ts";
import type { ListingKind } from "#app/domain/listing-kind.ts";
import { listOf } from "#app/i18n/format.ts";
import type { MessageKey } from "#app/i18n/translate.ts";
import { useWords } from "#app/i18n/words.tsx";

const MADE: Record<ListingKind, MessageKey> = {
  craft: "listing.made",
  food: "listing.cooked",
  harvest: "listing.brought",
};

type GroupBoxProps = {
  group: { slug: string; name: string; kind: GroupKind; madeByDisabled: boolean; place: string };
  kind: ListingKind;
  makers: number;
  /** Those of them who let buyers know their name. */
  named: string[];
};

/** Who sells it and how many made it; a member's name only where that member tells it. */
export function GroupBox({ group, kind, makers, named }: GroupBoxProps) {
  const { t, locale } = useWords();
  return (
    <div className="grid gap-1 rounded-card border border-line bg-card p-4">
      <p className="text-sm text-quiet">{t("listing.group")}</p>
      <p className="text-lg font-semibold leading-snug">
        <Link
          to={`/groups/${group.slug}`}
          className="inline-flex min-h-11 items-center text-sea underline underline-offset-2"
        >
          {group.name}
        </Link>
      </p>
      <p className="text-sm text-quiet">
        {t(`group-kind.${group.kind}`)} · {group.place}
      </p>
      {makers > 0 ? <p className="font-semibold">{t(MADE[kind], { count: makers, group: group.name })}</p> : null}
      {named.length > 0 ? <p>{t("listing.makers", { names: listOf(locale, named) })}</p> : null}
      {group.madeByDisabled ? <p className="font-semibold text-mangrove">{t("made-by-disabled")}</p> : null}
    </div>
  );
}
