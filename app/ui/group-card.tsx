import { Link } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { Photo, type PhotoShown } from "./photo.tsx";

export type GroupCardProps = {
  slug: string;
  name: string;
  kind: "boutique" | "craft" | "farm" | "fishery" | "food" | "cooperative";
  place: string;
  madeByDisabled: boolean;
  goods: number;
  photo: PhotoShown | null;
};

/** A group in a grid; the whole card is its link. */
export function GroupCard({ group, heading: Heading = "h3" }: { group: GroupCardProps; heading?: "h2" | "h3" }) {
  const { t } = useWords();
  return (
    <article className="group relative flex min-w-0 overflow-hidden rounded-card border border-line bg-card shadow-card focus-within:border-sea hover:border-sea sm:flex-col">
      <Photo
        photo={group.photo}
        drawing="group"
        adorns
        sizes="(min-width: 64rem) 23rem, (min-width: 40rem) 47vw, 7rem"
        className="w-28 shrink-0 sm:aspect-[3/2] sm:w-full"
      />
      <div className="grid min-w-0 content-start gap-1 p-3 sm:p-4">
        <Heading className="text-lg font-semibold leading-snug">
          <Link
            to={`/groups/${group.slug}`}
            className="text-ink no-underline after:absolute after:inset-0 group-hover:text-sea focus-visible:outline-none"
          >
            {group.name}
          </Link>
        </Heading>
        <p className="text-sm leading-snug text-quiet">
          {t(`group-kind.${group.kind}`)}
          <span className="block">{group.place}</span>
        </p>
        <p className="text-sm font-semibold">{t("group.goods", { count: group.goods })}</p>
        {group.madeByDisabled ? (
          <p className="text-sm font-semibold leading-snug text-mangrove">{t("made-by-disabled.short")}</p>
        ) : null}
      </div>
    </article>
  );
}

export function GroupGrid({ groups, heading }: { groups: GroupCardProps[]; heading?: "h2" | "h3" }) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 sm:gap-4 lg:grid-cols-3">
      {groups.map((group) => (
        <li key={group.slug} className="grid min-w-0">
          <GroupCard group={group} {...(heading ? { heading } : {})} />
        </li>
      ))}
    </ul>
  );
}
