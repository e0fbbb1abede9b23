import { formatMoment, formatRupiah, formatShortDay, formatWeight } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import type { CheckoutPage } from "./checkout-page.server.ts";
import { WhatsAppShare } from "./whatsapp-share.tsx";

type Ride = CheckoutPage["rides"][number];

/** The boats on offer: point, door and alone side by side, how long there is time, who travels along, and whom one could ask to join. */
export function CheckoutRides({ page }: { page: CheckoutPage }) {
  const { t } = useWords();
  if (page.rides.length === 0) return null;
  return (
    <Section title={t("buy.ride.title")}>
      <p>{t("buy.ride.promise")}</p>
      <ul className="grid gap-4">
        {page.rides.map((ride) => (
          <li key={ride.id}>
            <RideCard ride={ride} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function RideCard({ ride }: { ride: Ride }) {
  const { t, locale } = useWords();
  const { travelling, roomGrams, alone } = ride;
  const departs = formatShortDay(locale, ride.departsAt);
  const best = ride.atPoint ?? ride.atDoor ?? alone;
  const text = { zone: ride.zoneName, departs, cutOff: formatMoment(locale, ride.cutOffAt), url: ride.url };
  const room = formatWeight(locale, roomGrams);
  return (
    <Card className="grid gap-3">
      <h3>{t("buy.ride.boat", { vessel: ride.vessel, departs })}</h3>
      <dl className="grid grid-cols-2 gap-2 sm:grid-cols-3">
        {ride.atPoint === null ? null : (
          <Way label={t("buy.ride.point")} price={ride.atPoint} isBest={ride.atPoint === best} />
        )}
        {ride.atDoor === null ? null : (
          <Way label={t("buy.ride.door")} price={ride.atDoor} isBest={ride.atDoor === best} />
        )}
        <Way label={t("buy.ride.alone")} price={alone} isBest={false} />
      </dl>
      <p className="font-semibold">
        <span aria-hidden="true">⏱ </span>
        <time dateTime={ride.cutOffAt}>{t("buy.ride.left", { left: leftInWords(t, ride.left) })}</time>
      </p>
      <p>{t("buy.ride.travelling", { count: travelling })}</p>
      {roomGrams > 0 ? (
        <>
          <p>{t("buy.ride.room", { room })}</p>
          <WhatsAppShare label={t("buy.ride.share")} text={t("buy.ride.share.text", { ...text, room })} />
        </>
      ) : (
        <WhatsAppShare label={t("buy.ride.share")} text={t("buy.ride.share.full-text", text)} />
      )}
      {best < alone ? (
        <p className="font-semibold text-mangrove">
          <Sentence>{t("buy.ride.saved", { amount: formatRupiah(alone - best) })}</Sentence>
        </p>
      ) : null}
    </Card>
  );
}

function leftInWords(t: ReturnType<typeof useWords>["t"], { days, hours, minutes }: Ride["left"]): string {
  if (days > 0) return t("buy.ride.left.days", { days, hours });
  return hours > 0 ? t("buy.ride.left.hours", { hours }) : t("buy.ride.left.minutes", { minutes });
}

function Way({ label, price, isBest }: { label: string; price: number; isBest: boolean }) {
  const { t } = useWords();
  return (
    <div className={`rounded-field border p-2 ${isBest ? "border-2 border-mangrove bg-mangrove-soft" : "border-line"}`}>
      <dt className="text-sm text-quiet">{label}</dt>
      <dd className="font-bold">
        <Amount plain="agreed" amount={price} />
      </dd>
      {isBest ? <dd className="text-sm font-semibold text-mangrove">{t("buy.ride.cheapest")}</dd> : null}
    </div>
  );
}
