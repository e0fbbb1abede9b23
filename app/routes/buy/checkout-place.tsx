import { useWords } from "#app/i18n/words.tsx";
import { Button, buttonClass } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Section } from "#app/ui/page.tsx";
import { RegionPicker } from "#app/ui/region-picker.tsx";
import { CheckoutAddresses } from "./checkout-addresses.tsx";
import type { CheckoutPage } from "./checkout-page.server.ts";

type PlaceProps = { page: CheckoutPage; errors: Record<string, string> };

/** The heading of the ways to get the goods: a button that prices them leads there. */
export const DELIVERY_ID = "delivery";

const ADDRESS_FIELDS = ["village", "street", "rt", "rw", "landmark", "postal"];

/** Where the goods are to come: a pick-up point by one tap, or an address. */
export function CheckoutPlace({ page, errors }: PlaceProps) {
  const { t } = useWords();
  const isOpen = page.points.length === 0 || page.isAddressOpen || ADDRESS_FIELDS.some((field) => errors[field]);
  return (
    <Section title={t("buy.checkout.where")}>
      <CheckoutAddresses page={page} />
      {page.points.length > 0 ? <NearPoints page={page} /> : null}
      <details open={isOpen} className="rounded-card border border-line bg-card p-4">
        <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("buy.checkout.address")}</summary>
        <div className="grid gap-5 pt-3">
          <AddressFields page={page} />
        </div>
      </details>
    </Section>
  );
}

function NearPoints({ page }: { page: CheckoutPage }) {
  const { t } = useWords();
  return (
    <>
      {/* The first button is what the Enter key presses: it must choose nothing. */}
      <button type="submit" name="step" value="region" hidden tabIndex={-1} />
      <p className="text-quiet">{t("buy.checkout.where.hint")}</p>
      <ul className="grid grid-cols-2 gap-2">
        {page.points.map((point) => (
          <li key={point.id} className="grid">
            <button
              type="submit"
              name="step"
              value={point.step}
              aria-pressed={point.isChosen}
              formAction={`/checkout#${DELIVERY_ID}`}
              className={`${buttonClass(point.isChosen ? "main" : "second")} h-full justify-start px-3 text-start`}
            >
              <span>
                {point.name}
                <span className="block text-sm font-normal">{point.zoneName}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function AddressFields({ page }: { page: CheckoutPage }) {
  const { t } = useWords();
  return (
    <>
      <RegionPicker levels={page.region.levels} legend={t("buy.checkout.region")} />
      <TextField
        name="street"
        label={t("buy.checkout.street")}
        hint={t("buy.checkout.street.hint")}
        autoComplete="street-address"
        maxLength={160}
        optional
      />
      <div className="grid grid-cols-2 gap-4">
        <TextField name="rt" label={t("buy.checkout.rt")} inputMode="numeric" maxLength={3} optional />
        <TextField name="rw" label={t("buy.checkout.rw")} inputMode="numeric" maxLength={3} optional />
      </div>
      <TextField
        name="landmark"
        label={t("buy.checkout.landmark")}
        hint={t("buy.checkout.landmark.hint")}
        maxLength={160}
        optional
      />
      <TextField
        name="postal"
        label={t("buy.checkout.postal")}
        inputMode="numeric"
        autoComplete="postal-code"
        maxLength={5}
        optional
      />
      <Button look="second" name="step" value="quote" formAction={`/checkout#${DELIVERY_ID}`}>
        {page.hasVillage ? t("buy.checkout.requote") : t("buy.checkout.quote")}
      </Button>
    </>
  );
}
