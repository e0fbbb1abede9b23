import { normalisePhone } from "#app/domain/phone.ts";
import { useWords } from "#app/i18n/words.tsx";
import { buttonClass } from "./button.tsx";

/** Opens WhatsApp with a prepared text to one person; nothing is sent before the writer presses "send" there. Nothing is shown without a number. */
export function WhatsAppTo({ phone, name, text }: { phone: string; name: string; text: string }) {
  const { t } = useWords();
  const number = normalisePhone(phone);
  if (!number) return null;
  return (
    <a
      href={`https://wa.me/${number.slice(1)}?text=${encodeURIComponent(text.replace(/\p{Cs}/gu, ""))}`}
      target="_blank"
      rel="noreferrer"
      aria-label={t("whatsapp.write-to", { name })}
      className={`${buttonClass("second")} print:hidden`}
    >
      {t("whatsapp.write")}
    </a>
  );
}
