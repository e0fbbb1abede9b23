import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/page.tsx";
import type { OrderData } from "./order-page.server.ts";

/** The sailing was put off or called off: what that means, and where to answer. */
export function SailingChanged({ data: { order, sailing } }: { data: OrderData }) {
  const { t, locale } = useWords();
  if (!sailing) return null;
  const when = formatMoment(locale, sailing.departsWas);
  return (
    <Notice tone={sailing.isAnswered ? "info" : "warn"}>
      <p className="font-semibold">{t(`sailing.order.lead.${sailing.kind}`, { when })}</p>
      <p>{t("sailing.order.reason", { reason: sailing.reason })}</p>
      {sailing.isWaiting ? <p>{t("sailing.order.waits")}</p> : null}
      {sailing.spoiling.length > 0 ? (
        <p className="font-semibold">{t("sailing.order.spoils", { goods: sailing.spoiling.join(", ") })}</p>
      ) : null}
      <p className="mt-3">
        <ButtonLink to={`/orders/${order.number}/sailing`} look={sailing.isAnswered ? "second" : "main"}>
          {t(sailing.isAnswered ? "sailing.order.see" : "sailing.order.choose")}
        </ButtonLink>
      </p>
    </Notice>
  );
}
