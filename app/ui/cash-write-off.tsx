import { formatDay, formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "./button.tsx";
import { FormFrame } from "./form.tsx";
import { Card } from "./page.tsx";
import { Sentence } from "./sentence.tsx";

type Proposal = {
  id: string;
  holderName: string;
  kind: "shortage" | "surplus";
  amount: number;
  bearerName: string | null;
  reason: string;
  proposerName: string;
  proposedAt: string;
};

/** A proposal to write cash off, for a second person: to agree, where the reader may, or not. */
export function CashWriteOffCard({ proposal, mayApprove }: { proposal: Proposal; mayApprove: boolean }) {
  const { t, locale } = useWords();
  const { id, kind, amount, holderName, bearerName, proposerName, proposedAt } = proposal;
  return (
    <Card className="grid gap-3">
      <h2>
        <Sentence>{t(`cash-off.${kind}.of`, { name: holderName, amount: formatRupiah(amount) })}</Sentence>
      </h2>
      <p className="whitespace-pre-line">{proposal.reason}</p>
      {kind === "shortage" ? <p>{t("cash-off.borne-by", { who: bearerName ?? t("cash-off.network") })}</p> : null}
      <p className="text-sm text-quiet">
        {t("cash-off.proposed", { name: proposerName, day: formatDay(locale, proposedAt) })}
      </p>
      {mayApprove ? null : <p className="font-semibold">{t("cash-off.another")}</p>}
      <FormFrame className="flex flex-wrap gap-3">
        <input type="hidden" name="writeOffId" value={id} />
        {mayApprove ? (
          <Button name="intent" value="approve">
            {t("cash-off.approve")}
          </Button>
        ) : null}
        <Button name="intent" value="refuse" look="second">
          {t("cash-off.refuse")}
        </Button>
      </FormFrame>
    </Card>
  );
}
