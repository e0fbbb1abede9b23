import { Link } from "@remix-run/react";
import { isLoading, type RunState } from "#app/domain/run.ts";
import { useWords } from "#app/i18n/words.tsx";
import { HubIcon, type HubIconName } from "#app/ui/hub-icon.tsx";

/** So many of so many are done; null where nothing is counted. */
type Count = { done: number; all: number } | null;
export type WorkCounts = { received: Count; loaded: Count; arrived: Count; handed: Count; waiting: number };

/** What there is to do at the hub for a run as it stands now: a picture, two words, and how far it is. */
export function RunWork({ code, state, counts }: { code: string; state: RunState; counts: WorkCounts }) {
  const { t } = useWords();
  const tiles = tilesOf(state, counts);
  if (tiles.length === 0) return null;
  return (
    <nav aria-label={t("hub.work")}>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
        {tiles.map(({ icon, path, count }) => (
          <li key={path} className="grid">
            <Link
              to={`/runs/${code}/${path}`}
              className="grid min-h-24 content-center justify-items-center gap-1 rounded-card border-2 border-edge bg-card p-3 text-center font-semibold text-sea no-underline shadow-card hover:border-sea hover:bg-sea-soft"
            >
              <HubIcon of={icon} large />
              {t(`hub.tile.${icon}`)}
              {count ? <span className="text-sm font-normal text-quiet">{t("hub.done-of", count)}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function tilesOf(state: RunState, counts: WorkCounts) {
  const tile = <Icon extends HubIconName>(icon: Icon, path: string, count: Count = null) => ({ icon, path, count });
  if (state === "open") return [tile("receive", "receive", counts.received), tile("paper", "paper")];
  if (isLoading(state))
    return [
      tile("receive", "receive", counts.received),
      tile("packing", "packing"),
      tile("load", "load", counts.loaded),
      tile("manifest", "manifest"),
      tile("paper", "paper"),
    ];
  const isOver = state !== "departed" && state !== "arrived" && state !== "settled";
  if (isOver) return [];
  return [
    tile("arrival", "arrival", counts.arrived),
    ...(state === "departed" ? [] : [tile("hand-over", "deliveries", counts.handed)]),
    ...(counts.waiting > 0 ? [tile("waiting", "waiting")] : []),
    tile("manifest", "manifest"),
    tile("paper", "paper"),
  ];
}
