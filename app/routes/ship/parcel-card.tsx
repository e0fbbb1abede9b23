import { Link } from "@remix-run/react";
import type { PlannedParcel } from "#app/domain/packing-plan.ts";
import { boxWords } from "#app/i18n/box-words.ts";
import { formatRupiah, formatWeight } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Badge, Card, Notice } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";

export type Contents = {
  id: string;
  name: string;
  buyerName: string;
  place: string | null;
  grams: number;
  isWeighed: boolean;
  fragile: boolean;
};

type FactsProps = { parcels: Pick<PlannedParcel, "pieces">[]; total: number; cheapest: number; alone: number };

/** What all parcels cost, beside the cheapest packing and each alone. */
export function PlanFacts({ parcels, total, cheapest, alone }: FactsProps) {
  const { t } = useWords();
  return (
    <div className="grid max-w-xl gap-4">
      <Card>
        <Facts
          facts={[
            { label: t("runs.parcels"), value: parcels.reduce((all, parcel) => all + parcel.pieces, 0) },
            {
              label: t("runs.cost-together"),
              value: <Amount plain="here" amount={total} className="text-lg font-bold" />,
            },
            { label: t("runs.cost-alone"), value: <Amount plain="here" amount={alone} /> },
            {
              label: t("runs.saved"),
              value: <Amount plain="here" amount={alone - total} className="font-bold text-mangrove" />,
            },
          ]}
        />
      </Card>
      {total > cheapest ? (
        <Notice tone="warn">
          <Sentence>{t("packing.above-cheapest", { amount: formatRupiah(total - cheapest) })}</Sentence>
        </Notice>
      ) : (
        <Notice tone="good">{t("packing.is-cheapest")}</Notice>
      )}
    </div>
  );
}

type CardProps = {
  code: string;
  parcel: Omit<PlannedParcel, "ids"> & { contents: Contents[] };
  canMove: boolean;
};

/** One parcel: what lies in it from the bottom to the top, how full it is, what it costs and why it is so. */
export function ParcelCard({ code, parcel, canMove }: CardProps) {
  const { t, locale } = useWords();
  const { number, contents, box, why } = parcel;
  return (
    <Card className="grid content-start gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2>{t("packing.parcel", { number })}</h2>
        <Amount plain="here" amount={parcel.cost} className="font-bold" />
      </div>
      <p>
        {t("packing.filled", {
          weight: formatWeight(locale, parcel.grams),
          percent: parcel.filledPercent,
          room: formatWeight(locale, parcel.roomGrams),
        })}
      </p>
      <ol className="grid gap-1 ps-0">
        {contents.map((each) => (
          <li key={each.id} className="flex flex-wrap items-center justify-between gap-x-3 border-line border-t pt-1">
            <span className="min-w-0">
              {each.name}
              <span className="block text-sm text-quiet">
                {[each.buyerName, each.place, `${each.isWeighed ? "" : "± "}${formatWeight(locale, each.grams)}`]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
            <span className="flex items-center gap-2">
              {each.fragile ? <Badge tone="warn">{t("packing.fragile")}</Badge> : null}
              {canMove ? (
                <Link
                  to={`/runs/${code}/packing?move=${each.id}`}
                  className="inline-flex min-h-11 items-center underline"
                  aria-label={t("packing.move-which", { name: each.name })}
                >
                  {t("packing.move")}
                </Link>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      <ul className="grid gap-1 text-sm text-quiet">
        {parcel.saved > 0 ? (
          <li>
            <Sentence>{t("packing.why.saves", { amount: formatRupiah(parcel.saved) })}</Sentence>
          </li>
        ) : null}
        {why.map((reason) => (
          <li key={reason}>{t(`packing.why.${reason}`, { pieces: parcel.pieces })}</li>
        ))}
        {parcel.pieces > 1 ? null : (
          <li>
            {box ? t("packing.box", { box: boxWords(box, t), percent: box.filledPercent }) : t("packing.box.own")}
          </li>
        )}
      </ul>
    </Card>
  );
}
