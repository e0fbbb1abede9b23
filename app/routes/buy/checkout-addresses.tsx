import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import type { CheckoutPage } from "./checkout-page.server.ts";

/** The buyer's own addresses: one tap fills the fields below, all else stays as it was typed. */
export function CheckoutAddresses({ page }: { page: CheckoutPage }) {
  const { t } = useWords();
  if (page.addresses.length === 0) return null;
  return (
    <fieldset className="grid gap-2">
      {/* Who presses Enter in a field above means to go on, not to take the first of these addresses. */}
      <button type="submit" name="step" value="quote" hidden />
      <legend className="font-semibold">{t("buy.checkout.saved-addresses")}</legend>
      <div className="flex flex-wrap gap-2">
        {page.addresses.map(({ id, label, street, isChosen }) => (
          <Button key={id} look={isChosen ? "main" : "second"} name="address" value={id} aria-pressed={isChosen}>
            {label}: {street}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
