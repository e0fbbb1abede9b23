import { add, subtract } from "#app/domain/money.ts";
import { formatMoment, formatQuantity, formatRupiah } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { CrossingNotes } from "#app/ui/crossing-notes.tsx";
import { RadioGroup } from "#app/ui/fields.tsx";
import { Card, Notice, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import type { CheckoutPage } from "./checkout-page.server.ts";
import { DELIVERY_ID } from "./checkout-place.tsx";
import { FadingNote } from "./fading-note.tsx";

type Props = { page: CheckoutPage };

/** What is no longer as it was on the page that was sent: nothing is applied silently. */
export function CheckoutChanges({ page }: Props) {
  const { t, locale } = useWords();
  const { changes, shippingWas, shippingNow } = page;
  if (changes.length === 0 && shippingWas === null) return null;
  return (
    <Notice tone="warn">
      <h2>{t("buy.changed.title")}</h2>
      <ul className="list-disc ps-5">
        {changes.map(({ variantId, name, was, price, quantityMilli }) => (
          <li key={variantId}>
            {was === null ? (
              t("buy.changed.new", { name })
            ) : was.price !== price ? (
              <Sentence>
                {t("buy.changed.price", { name, was: formatRupiah(was.price), now: formatRupiah(price) })}
              </Sentence>
            ) : (
              t("buy.changed.quantity", {
                name,
                was: formatQuantity(locale, was.quantityMilli),
                now: formatQuantity(locale, quantityMilli),
              })
            )}
          </li>
        ))}
        {shippingWas !== null && shippingNow !== null ? (
          <li>
            <Sentence>
              {t("buy.changed.shipping", { was: formatRupiah(shippingWas), now: formatRupiah(shippingNow) })}
            </Sentence>
          </li>
        ) : null}
      </ul>
    </Notice>
  );
}

export function CheckoutGoods({ page }: Props) {
  const { t, locale } = useWords();
  return (
    <Card>
      <h2>{t("buy.checkout.goods")}</h2>
      <ul className="my-2 grid gap-2">
        {page.lines.map((line) => {
          const unit = t(`unit.${line.unit}`);
          return (
            <li key={line.variantId}>
              <span className="flex items-baseline justify-between gap-4">
                <span>
                  {formatQuantity(locale, line.quantityMilli)} {unit} {line.name}
                  <span className="block text-sm text-quiet">{line.groupName}</span>
                  {line.madeToOrderDays === null ? null : (
                    <span className="block text-sm text-quiet">
                      {t("buy.checkout.made-to-order", { days: line.madeToOrderDays })}
                    </span>
                  )}
                  {line.catchWeight ? (
                    <span className="block text-sm text-quiet">{t("buy.checkout.weighed")}</span>
                  ) : null}
                  {line.fading ? <FadingNote fading={line.fading} /> : null}
                </span>
                {line.goodsValue !== null ? <Amount plain="agreed" amount={line.goodsValue} /> : null}
              </span>
              {line.trouble ? (
                <span className="font-semibold text-clay">
                  <span aria-hidden="true">▲ </span>
                  {t(`buy.basket.trouble.${line.trouble}`, { left: formatQuantity(locale, line.leftMilli), unit })}
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
      <p className="flex justify-between gap-4 border-t border-line pt-2 font-bold">
        {t("buy.basket.total")} <Amount plain="agreed" amount={page.goodsTotal} />
      </p>
    </Card>
  );
}

export function DeliveryChoice({ page }: Props) {
  const { t, locale } = useWords();
  return (
    <Section id={DELIVERY_ID} title={t("buy.checkout.delivery")}>
      {page.hasVillage ? null : <Notice>{t("buy.checkout.delivery.need-village")}</Notice>}
      {page.hasVillage && !page.hasZone ? <Notice tone="warn">{t("buy.checkout.no-zone")}</Notice> : null}
      <Hindered page={page} />
      <CrossingNotes notes={page.crossings} to="buyer" />
      <FullRuns page={page} />
      {page.tooHeavy ? <Notice tone="warn">{t("buy.checkout.too-heavy")}</Notice> : null}
      <RadioGroup
        name="delivery"
        label={<span className="sr-only">{t("buy.checkout.delivery")}</span>}
        {...(page.offers.some((offer) => offer.run) ? { hint: t("buy.offer.ceiling") } : {})}
        options={page.offers.map((offer) => ({
          value: offer.choice,
          label: t(`buy.offer.${offer.delivery}`, { point: offer.point?.name ?? "" }),
          note: <OfferNote page={page} offer={offer} t={t} moment={(at) => formatMoment(locale, at)} />,
        }))}
      />
    </Section>
  );
}

/** Goods that cannot go there by some way or any: what the reader can still do is in the choices below. */
function Hindered({ page }: Props) {
  const { t } = useWords();
  if (page.hindered.length === 0) return null;
  return (
    <Notice tone="warn">
      <p>{t("buy.checkout.hindered")}</p>
      <ul className="list-disc ps-5">
        {page.hindered.map(({ key, name, problem, shelfDays }) => (
          <li key={key}>{t(`buy.hindered.${problem}`, { name, days: shelfDays ?? 0 })}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Boats that are full: they are named, so that nobody wonders where they are. */
function FullRuns({ page }: Props) {
  const { t, locale } = useWords();
  if (page.full.length === 0) return null;
  return (
    <Notice tone="warn">
      {page.full.map(({ id, vessel, departsAt }) => (
        <p key={id}>{t("run-room.full-for", { vessel, departs: formatMoment(locale, departsAt) })}</p>
      ))}
      <p>{t("run-room.full-what")}</p>
    </Notice>
  );
}

type NoteProps = Props & { offer: CheckoutPage["offers"][number]; t: Translate; moment: (at: string) => string };

function OfferNote({ page, offer, t, moment }: NoteProps) {
  return (
    <span className="mt-1 grid gap-1">
      <span className="text-base text-ink">
        <Sentence>{priceOf(offer, t)}</Sentence>
      </span>
      {offer.doorFee > 0 ? (
        <span>
          <Sentence>{t("buy.offer.door-fee", { fee: formatRupiah(offer.doorFee) })}</Sentence>
        </span>
      ) : null}
      {offer.point ? <span>{offer.point.address}</span> : null}
      {offer.run ? (
        <span>
          {t("buy.offer.run", {
            vessel: offer.run.vessel,
            departs: moment(offer.run.departsAt),
            cutOff: moment(offer.run.cutOffAt),
          })}
        </span>
      ) : null}
      {offer.fading.map((fading) => (
        <FadingNote key={fading.listingId} fading={fading} />
      ))}
      {offer.delivery === "fetch"
        ? page.fetchAt.map(({ group, place }) => (
            <span key={group}>{t("buy.offer.fetch-at", { group, place: place ?? t("buy.offer.fetch-at-group") })}</span>
          ))
        : null}
      <span className="font-semibold text-ink">
        <Sentence>{t("buy.offer.total", { total: formatRupiah(offer.total) })}</Sentence>
      </span>
    </span>
  );
}

/** The pooled price beside the price alone; a door fee would be added to both. */
function priceOf(
  { delivery, price, quote, alone, doorFee, run }: CheckoutPage["offers"][number],
  t: Translate,
): string {
  if (delivery === "fetch") return t("buy.offer.free");
  if (!run) return formatRupiah(price);
  if (quote >= alone) return t("buy.offer.not-pooled", { price: formatRupiah(price) });
  const rest = { alone: formatRupiah(add(alone, doorFee)), saved: formatRupiah(subtract(alone, quote)) };
  return t("buy.offer.pooled", { price: formatRupiah(price), ...rest });
}
