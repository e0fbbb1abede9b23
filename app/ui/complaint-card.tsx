import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { ComplaintKind, Outcome } from "#app/domain/complaint.ts";
import type { ComplaintState } from "#app/domain/order-states.ts";
import { formatMoment, formatQuantity } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Badge, Card } from "./page.tsx";

type Complaint = {
  id: string;
  orderNumber: string;
  groupName: string;
  buyerName: string;
  kind: ComplaintKind;
  wish: "refund" | "resend";
  words: string;
  photoId: string | null;
  state: ComplaintState;
  reportedAt: string;
  answer: string;
  outcome: Outcome | null;
  decision: string;
  /** What is sent again, for whoever sends it. */
  resent?: { id: string; name: string; unit: string; quantityMilli: number }[];
};

const TONES = { open: "warn", answered: "info", resending: "warn", closed: "good" } as const;

/** What a buyer said, what the group answered, what was decided; and what the reader can do about it. */
export function ComplaintCard({ complaint, children }: { complaint: Complaint; children?: ReactNode }) {
  const { t, locale } = useWords();
  const { kind, wish, state, outcome } = complaint;
  return (
    <Card className="grid gap-3">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h2>{t("complaint.of", { number: complaint.orderNumber, buyer: complaint.buyerName })}</h2>
        <Badge tone={TONES[state]}>{t(`complaint.state.${state}`)}</Badge>
      </div>
      <p className="text-sm text-quiet">
        {t("complaint.lead", { group: complaint.groupName })} ·{" "}
        {t("complaint.reported", { moment: formatMoment(locale, complaint.reportedAt) })}
      </p>
      <p>{t("complaint.wants", { kind: t(`complaint.kind.${kind}`), wish: t(`complaint.wish.${wish}`) })}</p>
      <p className="whitespace-pre-line">{complaint.words}</p>
      {complaint.photoId ? (
        <Link
          to={`/complaints/${complaint.id}/photo`}
          reloadDocument
          className="inline-flex min-h-11 items-center text-sea underline underline-offset-2"
        >
          {t("complaint.photo-see")}
        </Link>
      ) : null}
      {complaint.answer ? (
        <div>
          <p className="font-semibold">{t("complaint.answered", { group: complaint.groupName })}</p>
          <p className="whitespace-pre-line">{complaint.answer}</p>
        </div>
      ) : null}
      {outcome ? (
        <div>
          <p className="font-semibold">
            {t("complaint.decision")}: {t(`complaint.outcome.${outcome}`)}
          </p>
          <p className="whitespace-pre-line">{complaint.decision}</p>
          <ul className="list-disc ps-5">
            {(complaint.resent ?? []).map(({ id, name, unit, quantityMilli }) => (
              <li key={id}>
                {formatQuantity(locale, quantityMilli)} {unitName(t, unit)} {name}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {children}
    </Card>
  );
}
