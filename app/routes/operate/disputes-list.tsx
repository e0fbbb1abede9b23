import { Link } from "@remix-run/react";
import { NETWORK_BOOK } from "#app/domain/ledger.ts";
import { whyAddress } from "#app/domain/why.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { buttonClass } from "#app/ui/button.tsx";
import { Badge, Card, Empty, Section } from "#app/ui/page.tsx";

export type DisputeRow = {
  id: string;
  providerRef: string;
  amount: number;
  state: "open" | "won" | "lost";
  reason: string;
  answerBy: string | null;
  openedAt: string;
  orderNumber: string;
  buyerName: string;
};

/** Of the provider's words for why a bank takes money back, those that buyers here give. */
const REASONS = [
  ...(["fraudulent", "unrecognized", "product_not_received", "product_unacceptable"] as const),
  ...(["duplicate", "credit_not_processed"] as const),
];

const DISPUTED = ["disputed", "dispute-won", "loss-borne"] as const;

const TONES = { open: "warn", won: "good", lost: "bad" } as const;

/** Card payments that a buyer's bank took back. The answer to the bank is given at Stripe: it keeps the proof. */
export function DisputesList({ disputes }: { disputes: readonly DisputeRow[] }) {
  const { t, locale } = useWords();
  return (
    <Section title={t("operate.disputes")}>
      {disputes.length === 0 ? <Empty text={t("operate.disputes.none")} /> : <p>{t("operate.disputes.lead")}</p>}
      {disputes.map((dispute) => (
        <Card key={dispute.id} className="grid gap-2">
          <p className="flex flex-wrap items-baseline justify-between gap-2">
            <Link to={`/orders/${dispute.orderNumber}`} className="font-semibold text-sea underline">
              {dispute.orderNumber}
            </Link>
            <Amount
              amount={dispute.amount}
              className="font-bold"
              why={whyAddress(NETWORK_BOOK, null, { of: "book", order: dispute.orderNumber, kind: DISPUTED })}
            />
          </p>
          <p>
            {dispute.buyerName} <Badge tone={TONES[dispute.state]}>{t(`operate.disputes.${dispute.state}`)}</Badge>
          </p>
          {dispute.reason ? (
            <p className="text-sm text-quiet">
              {t("operate.disputes.reason", { reason: t(`operate.dispute-reason.${reasonOf(dispute.reason)}`) })}
            </p>
          ) : null}
          {dispute.state === "open" && dispute.answerBy ? (
            <p className="font-semibold">
              {t("operate.disputes.answer-by", { when: formatMoment(locale, dispute.answerBy) })}
            </p>
          ) : null}
          {dispute.state === "open" ? (
            <a
              href={`https://dashboard.stripe.com/disputes/${dispute.providerRef}`}
              rel="noopener"
              className={buttonClass("second")}
            >
              {t("operate.disputes.answer")}
            </a>
          ) : null}
        </Card>
      ))}
    </Section>
  );
}

function reasonOf(said: string) {
  return REASONS.find((reason) => reason === said) ?? "other";
}
