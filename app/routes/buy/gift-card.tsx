import { readablePhone } from "#app/domain/phone.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Section } from "#app/ui/page.tsx";
import { WhatsAppTo } from "#app/ui/whatsapp-to.tsx";
import type { OrderData } from "./order-page.server.ts";

/** Of a gift: who gets it, what stands on the card, and what its buyer can send them. */
export function GiftCard({ data: { gift } }: { data: OrderData }) {
  const { t } = useWords();
  if (!gift) return null;
  return (
    <Section title={t("gift.for", { name: gift.name })}>
      <p>{[gift.name, readablePhone(gift.phone)].join(", ")}</p>
      {gift.note ? (
        <blockquote className="whitespace-pre-line border-s-4 border-line ps-4">{gift.note}</blockquote>
      ) : null}
      {gift.link ? (
        <>
          <p className="text-quiet">{t("gift.share")}</p>
          <p>
            <a href={new URL(gift.link).pathname} className="inline-flex min-h-11 items-center text-sea underline">
              {t("gift.link")}
            </a>
          </p>
          <div>
            <WhatsAppTo
              phone={gift.phone}
              name={gift.name}
              text={t("gift.whatsapp", { name: gift.name, link: gift.link })}
            />
          </div>
        </>
      ) : null}
    </Section>
  );
}
