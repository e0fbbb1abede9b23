import type { ListingLabel } from "#app/domain/listing-facts.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Badge } from "./page.tsx";

const TONES: Partial<Record<ListingLabel, "good" | "warn">> = {
  halal: "good",
  pirt: "good",
  "bpom-md": "good",
  "bpom-cosmetic": "good",
  ready: "good",
  "halal-not-certified": "warn",
  "non-halal": "warn",
};

/** What a buyer should see of goods at a glance. */
export function ListingLabels({ labels }: { labels: ListingLabel[] }) {
  const { t } = useWords();
  if (labels.length === 0) return null;
  return (
    <ul aria-label={t("listing.labels")} className="flex flex-wrap gap-2 pt-1">
      {labels.map((label) => (
        <li key={label}>
          <Badge tone={TONES[label] ?? "info"}>{t(`label.${label}`)}</Badge>
        </li>
      ))}
    </ul>
  );
}
