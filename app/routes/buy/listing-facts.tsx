import type { ReactNode } from "react";
import type { Halal, PermitKind } from "#app/domain/listing-facts.ts";
import type { Travels } from "#app/domain/travel.ts";
import { formatQuantity, formatShortDay, formatWeight } from "#app/i18n/format.ts";
import { useUnit, useWords } from "#app/i18n/words.tsx";
import { Section } from "#app/ui/page.tsx";
import { Ahead, type AheadCycle } from "./listing-ahead.tsx";

type Listing = {
  kind: "craft" | "food" | "harvest";
  unit: string;
  madeToOrderDays: number | null;
  /** How much its makers can still take on; null for no limit. */
  roomMilli: number | null;
  fragile: boolean;
  catchWeight: boolean;
  travels: Travels;
  permitKind: PermitKind | null;
  permitNumber: string;
  halal: Halal | null;
  halalNumber: string;
  halalUntil: string | null;
  ingredients: string;
  allergens: string;
  batch: string;
  storage: string;
  harvestFrom: string | null;
  harvestUntil: string | null;
  shelfDays: number | null;
  today: string;
};

type Variant = {
  name: string;
  stockMilli: number;
  /** It is ordered ahead by a sale cycle: nothing of it is there yet. */
  isAhead: boolean;
  grade: string | null;
  gradeText: string;
  netGrams: number | null;
  packedGrams: number;
  lengthMm: number;
  widthMm: number;
  heightMm: number;
};

type FactsProps = { listing: Listing; variants: Variant[]; cycles: AheadCycle[]; place: string };

/** What is certain: how much there is, when it is ready, what is in it and who checked it, how it travels, how long it keeps. */
export function ListingFacts({ listing, variants, cycles, place }: FactsProps) {
  const { t } = useWords();
  const { madeToOrderDays, shelfDays, travels } = listing;
  const lying = variants.filter((variant) => !variant.isAhead);
  return (
    <Section title={t("listing.facts")}>
      <dl className="grid divide-y divide-line rounded-card border border-line bg-card px-4">
        {lying.length > 0 ? (
          <Fact name={t("listing.fact.stock")}>
            <Stock variants={lying} unit={listing.unit} />
          </Fact>
        ) : null}
        {cycles.map((cycle) => (
          <Fact key={cycle.id} name={cycle.variantName || t("listing.fact.ahead")}>
            <Ahead cycle={cycle} />
          </Fact>
        ))}
        {madeToOrderDays === null ? null : (
          <Fact name={t("listing.fact.ready")}>{t("listing.fact.made-to-order", { days: madeToOrderDays })}</Fact>
        )}
        <Room listing={listing} />
        <HarvestFacts listing={listing} variants={variants} />
        {listing.kind === "harvest" ? null : <LabelFacts listing={listing} />}
        {shelfDays === null ? null : (
          <Fact name={t(listing.kind === "food" ? "listing.fact.best-before" : "listing.fact.shelf")}>
            {t(listing.kind === "food" ? "listing.fact.best-before.days" : "listing.fact.shelf.days", {
              days: shelfDays,
            })}
          </Fact>
        )}
        {listing.storage ? <Fact name={t("listing.fact.storage")}>{listing.storage}</Fact> : null}
        {listing.catchWeight ? (
          <Fact name={t("listing.fact.catch-weight")}>{t("listing.fact.catch-weight.text")}</Fact>
        ) : null}
        <Net variants={variants} />
        <Fact name={t("listing.fact.packed")}>
          <Packed variants={variants} unit={listing.unit} />
        </Fact>
        {travels === "anywhere" ? null : (
          <Fact name={t("listing.fact.travels")}>{t(`listing.fact.travels.${travels}`)}</Fact>
        )}
        {listing.fragile ? <Fact name={t("listing.fact.fragile")}>{t("listing.fact.fragile.text")}</Fact> : null}
        <Fact name={t("listing.fact.place")}>{place}</Fact>
      </dl>
    </Section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 py-2.5 sm:grid-cols-[11rem_1fr]">
      <dt className="text-quiet">{name}</dt>
      <dd className="min-w-0 font-medium break-words">{children}</dd>
    </div>
  );
}

/** How much can be ordered before the makers have their hands full. */
function Room({ listing: { roomMilli, unit } }: { listing: Listing }) {
  const { t, locale } = useWords();
  const unitName = useUnit()(unit);
  if (roomMilli === null) return null;
  return (
    <Fact name={t("listing.fact.room")}>
      {roomMilli === 0
        ? t("listing.fact.room.full")
        : t("listing.fact.room.left", { quantity: formatQuantity(locale, roomMilli), unit: unitName })}
    </Fact>
  );
}

function HarvestFacts({ listing: { harvestFrom, harvestUntil }, variants }: Omit<FactsProps, "place" | "cycles">) {
  const { t, locale } = useWords();
  const day = (at: string) => formatShortDay(locale, at);
  const graded = variants.filter((variant) => variant.grade !== null);
  return (
    <>
      {harvestFrom === null ? null : (
        <Fact name={t("listing.fact.harvest")}>
          {harvestUntil === null || harvestUntil === harvestFrom
            ? day(harvestFrom)
            : t("listing.fact.harvest.range", { from: day(harvestFrom), until: day(harvestUntil) })}
        </Fact>
      )}
      {graded.length === 0 ? null : (
        <Fact name={t("listing.fact.grade")}>
          <ul>
            {graded.map(({ name, grade, gradeText }) => (
              <li key={name}>{[grade, gradeText].filter(Boolean).join(": ")}</li>
            ))}
          </ul>
        </Fact>
      )}
    </>
  );
}

/** Permit, halal statement, ingredients: what stands on the packet. */
function LabelFacts({ listing }: { listing: Listing }) {
  const { t, locale } = useWords();
  const { kind, permitKind, permitNumber, halal, halalNumber, halalUntil, today } = listing;
  const certified = { number: halalNumber, day: halalUntil ? formatShortDay(locale, halalUntil) : "" };
  const validity = halalUntil === null ? "certified" : halalUntil < today ? "over" : "until";
  return (
    <>
      {permitKind ? (
        <Fact name={t("listing.fact.permit")}>
          {t("listing.fact.permit.number", { kind: t(`label.${permitKind}`), number: permitNumber })}
        </Fact>
      ) : null}
      {kind === "food" ? (
        <Fact name={t("listing.fact.halal")}>
          {halal === "certified"
            ? t(`listing.fact.halal.${validity}`, certified)
            : t(`listing.fact.halal.${halal ?? "not-certified"}`)}
        </Fact>
      ) : null}
      {(["ingredients", "allergens", "batch"] as const).map((what) =>
        listing[what] ? (
          <Fact key={what} name={t(`listing.fact.${what}`)}>
            <span className="whitespace-pre-line">{listing[what]}</span>
          </Fact>
        ) : null,
      )}
    </>
  );
}

function Net({ variants }: Pick<FactsProps, "variants">) {
  const { t, locale } = useWords();
  const known = variants.filter((variant) => variant.netGrams !== null);
  if (known.length === 0) return null;
  const texts = known.map(({ name, netGrams }) => ({ name, text: formatWeight(locale, netGrams ?? 0) }));
  return (
    <Fact name={t("listing.fact.net")}>
      <Each lines={texts} />
    </Fact>
  );
}

/** What can be ordered now, variant by variant. */
function Stock({ variants, unit }: Pick<FactsProps, "variants"> & { unit: string }) {
  const { t, locale } = useWords();
  const unitName = useUnit()(unit);
  return (
    <ul>
      {variants.map(({ name, stockMilli }) => (
        <li key={name}>
          {name ? `${name}: ` : null}
          {stockMilli > 0 ? `${formatQuantity(locale, stockMilli)} ${unitName}` : t("listing.sold-out")}
        </li>
      ))}
    </ul>
  );
}

/** One line when every variant travels alike, else one for each. */
function Packed({ variants, unit }: Pick<FactsProps, "variants"> & { unit: string }) {
  const { t, locale } = useWords();
  const unitName = useUnit()(unit);
  const lines = variants.map(({ name, packedGrams, lengthMm, widthMm, heightMm }) => ({
    name,
    text: t("listing.fact.packed.each", {
      weight: formatWeight(locale, packedGrams),
      length: formatQuantity(locale, lengthMm * 100),
      width: formatQuantity(locale, widthMm * 100),
      height: formatQuantity(locale, heightMm * 100),
      unit: unitName,
    }),
  }));
  return <Each lines={lines} />;
}

function Each({ lines }: { lines: { name: string; text: string }[] }) {
  const isSame = lines.every((line) => line.text === lines[0]?.text);
  if (isSame) return lines[0]?.text ?? null;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.name}>
          {line.name}: {line.text}
        </li>
      ))}
    </ul>
  );
}
