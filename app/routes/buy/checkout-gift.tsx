import { CARD_NOTE_MAX } from "#app/domain/gift.ts";
import { useWords } from "#app/i18n/words.tsx";
import { CheckField, TextArea, TextField } from "#app/ui/fields.tsx";
import { PhoneField } from "#app/ui/number-fields.tsx";

type GiftProps = { isGift: boolean; errors: Record<string, string> };

/** For whoever buys for somebody else: folded away until it is wanted, and open again when something in it was wrong. */
export function CheckoutGift({ isGift, errors }: GiftProps) {
  const { t } = useWords();
  const isOpen = isGift || Boolean(errors.recipientName ?? errors.recipientPhone);
  return (
    <details open={isOpen} className="rounded-card border border-line bg-card p-4">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("gift.ask")}</summary>
      <div className="grid gap-5 pt-3">
        <CheckField name="isGift" label={t("gift.is")} hint={t("gift.is.hint")} />
        <TextField name="recipientName" label={t("gift.name")} autoComplete="off" maxLength={80} optional />
        <PhoneField name="recipientPhone" label={t("gift.phone")} isOwn={false} optional />
        <TextArea
          name="cardNote"
          label={t("gift.note")}
          hint={t("gift.note.hint")}
          rows={3}
          maxLength={CARD_NOTE_MAX}
          optional
        />
      </div>
    </details>
  );
}
