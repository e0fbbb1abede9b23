import { slowestStop, stopOf, stopsOf } from "#app/domain/order-way.ts";
import { formatDay, formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Notice, Section } from "#app/ui/page.tsx";
import { RouteDrawing } from "#app/ui/route-drawing.tsx";
import type { WayData as Way } from "./order-way.server.ts";

type Part = Way["parts"][number];

/** Where the goods are: drawn, in words for each group's part, and what the buyer does next. */
export function OrderWay({ way }: { way: Way }) {
  const { t } = useWords();
  const here = slowestStop(way.parts.map((part) => part.state));
  const stops = stopsOf(way.delivery);
  const parts = way.parts.filter((part) => stopOf(part.state) !== null);
  if (here === null || stops.length === 0) return null;
  return (
    <Section title={t("way.title")} id="way">
      <RouteDrawing
        stops={stops.map((stop) => ({ key: stop, label: nameOf(stop), isSea: stop === "sea" }))}
        here={stops.indexOf(here)}
        label={t("way.drawing", { place: nameOf(here) })}
      />
      <ul className="grid gap-2 ps-0">
        {parts.map((part) => (
          <li key={part.id}>
            <strong>{part.groupName}</strong>
            {part.parcel ? ` · ${t("packing.parcel", { number: part.parcel })}` : ""}
            <span className="block">
              <PartSaid way={way} part={part} />
            </span>
            {part.isReported ? <span className="block font-semibold text-clay">{t("way.part.reported")}</span> : null}
          </li>
        ))}
      </ul>
      <NextStep way={way} />
    </Section>
  );

  function nameOf(stop: (typeof stops)[number]): string {
    return t(stop === "place" && way.delivery === "run-pickup" ? "way.stop.point" : `way.stop.${stop}`);
  }
}

function PartSaid({ way, part }: { way: Way; part: Part }) {
  const { t, locale } = useWords();
  const at = (moment: string | null): string => (moment ? formatMoment(locale, moment) : "");
  if (part.found === "missing" && part.state === "departed") return t("way.part.missing");
  if (part.state === "departed" && way.delivery !== "courier")
    return t("way.part.departed", { vessel: way.vessel ?? "", when: at(way.departedAt) });
  if (part.state === "arrived") return t("way.part.arrived", { when: at(way.arrivedAt) });
  if (part.state === "delivered") return t("way.part.delivered", { when: at(part.deliveredAt) });
  if (part.state === "handed-over")
    return t("way.part.handed-over", { hub: way.hubName ?? part.hubName ?? t("way.stop.hub") });
  return t(`way.part.${part.state === "departed" ? "sent" : part.state}`);
}

/** What comes next, and what the buyer does: when it leaves or comes, where to fetch it, by which code. */
function NextStep({ way }: { way: Way }) {
  const { t, locale } = useWords();
  const is = (state: Part["state"]): boolean => way.parts.some((part) => part.state === state);
  const until = way.parts
    .flatMap((part) => (part.state === "arrived" && part.untilAt ? [part.untilAt] : []))
    .toSorted()[0];
  const isToFetch = way.delivery === "fetch" ? is("handed-over") : way.delivery === "run-pickup" && is("arrived");
  const place = way.delivery === "fetch" ? (way.parts[0]?.hubName ?? "") : (way.point ?? "");
  return (
    <Notice tone={isToFetch ? "good" : "info"}>
      {isToFetch ? (
        <>
          <p className="font-semibold">{t("way.next.fetch", { place })}</p>
          {way.pointAddress ? <p>{way.pointAddress}</p> : null}
          {way.openingHours ? <p>{t("way.next.hours", { hours: way.openingHours })}</p> : null}
          {until ? <p>{t("way.next.until", { day: formatDay(locale, until) })}</p> : null}
        </>
      ) : (
        <p>{nextWords()}</p>
      )}
      {way.code ? (
        <p className="mt-2">
          {t("way.next.code")}{" "}
          <strong className="text-2xl tracking-widest">
            <span aria-hidden="true">{`${way.code.slice(0, 3)} ${way.code.slice(3)}`}</span>
            <span className="sr-only">{[...way.code].join(" ")}</span>
          </strong>
        </p>
      ) : null}
    </Notice>
  );

  function nextWords(): string {
    const day = (moment: string): string => formatDay(locale, moment);
    if (way.parts.every((part) => part.state === "delivered" || stopOf(part.state) === null)) return t("way.next.done");
    if (is("arrived")) return t("way.next.door");
    if (is("departed") && way.expectedAt) return t("way.next.arrives", { day: day(way.expectedAt) });
    if (is("departed")) return t("way.next.coming");
    if (way.departsAt && !way.departedAt) return t("way.next.departs", { when: formatMoment(locale, way.departsAt) });
    return t("way.next.told");
  }
}
