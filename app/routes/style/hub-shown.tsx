import { WAY_STOPS } from "#app/domain/order-way.ts";
import { useWords } from "#app/i18n/words.tsx";
import { HubIcon } from "#app/ui/hub-icon.tsx";
import { Section } from "#app/ui/page.tsx";
import { RouteDrawing } from "#app/ui/route-drawing.tsx";

const TILES = ["receive", "packing", "load", "manifest", "arrival", "hand-over", "waiting", "paper"] as const;
const HERE = [0, 2, 4];

/** The pictures of a hub's work beside their words, and a way at its beginning, in its middle and at its end. */
export function HubShown() {
  const { t } = useWords();
  const stops = WAY_STOPS.map((stop) => ({ key: stop, label: t(`way.stop.${stop}`), isSea: stop === "sea" }));
  return (
    <Section title={t("style.hub")}>
      <ul className="flex flex-wrap gap-4 ps-0">
        {TILES.map((tile) => (
          <li key={tile} className="inline-flex items-center gap-2 font-semibold text-sea">
            <HubIcon of={tile} />
            {t(`hub.tile.${tile}`)}
          </li>
        ))}
      </ul>
      {HERE.map((here) => (
        <RouteDrawing
          key={here}
          stops={stops}
          here={here}
          label={t("way.drawing", { place: stops[here]?.label ?? "" })}
        />
      ))}
    </Section>
  );
}
