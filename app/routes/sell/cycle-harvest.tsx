import { formatQuantity, formatRupiah } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Notice, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { Table } from "#app/ui/table.tsx";
import type { CyclePage } from "./cycle-page.server.ts";

type Preview = NonNullable<CyclePage["preview"]>;
type Weight = (milli: number) => string;

/** What came in, how it would be shared out, and the button that does it. */
export function CycleHarvest({ page }: { page: CyclePage }) {
  const { t, locale } = useWords();
  const { group, cycle, preview, mayRecord } = page;
  if (!preview) return null;
  const unit = unitName(t, cycle.unit);
  const amount: Weight = (milli) => `${formatQuantity(locale, milli)} ${unit}`;
  const came = {
    crop: formatQuantity(locale, preview.cropMilli),
    asked: formatQuantity(locale, preview.askedMilli),
    unit,
  };
  const hindrance = hindranceOf(preview);
  return (
    <Section title={t("cycles.harvest")}>
      <p>{t("cycles.harvest.came", came)}</p>
      {hindrance ? (
        <Notice tone="warn">{t(`cycles.harvest.${hindrance}`, { count: preview.waitingForMoney })}</Notice>
      ) : null}
      {mayRecord ? (
        <p>
          <ButtonLink to={`/desk/${group.slug}/deliveries`} look="second">
            {t("cycles.harvest.record")}
          </ButtonLink>
        </p>
      ) : null}
      {preview.cropMilli > 0 && preview.buyers.length > 0 ? (
        <>
          <Buyers preview={preview} amount={amount} unit={unit} />
          <Growers preview={preview} amount={amount} />
        </>
      ) : null}
      {hindrance ? null : (
        <FormFrame className="grid max-w-xl gap-4">
          <input type="hidden" name="intent" value="settle" />
          <input type="hidden" name="seen" value={preview.seen} />
          <p>{t("cycles.settle.note")}</p>
          <Button>{t("cycles.settle.do")}</Button>
        </FormFrame>
      )}
    </Section>
  );
}

/** What keeps the harvest from being shared out. */
function hindranceOf({ waitingForMoney, isBelowMinimum, cropMilli }: Preview) {
  if (waitingForMoney > 0) return "unpaid";
  if (isBelowMinimum) return "below";
  return cropMilli === 0 ? "nothing" : null;
}

function Buyers({ preview, amount, unit }: { preview: Preview; amount: Weight; unit: string }) {
  const { t, locale } = useWords();
  return (
    <div className="grid gap-2">
      <h3>{t("cycles.buyers")}</h3>
      <Table
        caption={<Sentence>{t("cycles.buyers.caption", { amount: formatRupiah(preview.shortTotal) })}</Sentence>}
        rows={preview.buyers}
        rowKey={(buyer) => buyer.id}
        columns={[
          {
            key: "buyer",
            label: t("cycles.buyer"),
            cell: (buyer) => (
              <>
                {buyer.buyerName} <span className="block text-sm font-normal text-quiet">{buyer.orderNumber}</span>
                {buyer.waitingMilli > 0 ? (
                  <span className="block text-sm font-normal text-quiet">
                    {t("cycles.buyer.waits", { quantity: formatQuantity(locale, buyer.waitingMilli), unit })}
                  </span>
                ) : null}
              </>
            ),
          },
          { key: "asked", label: t("cycles.asked"), numeric: true, cell: (buyer) => amount(buyer.askedMilli) },
          {
            key: "back",
            label: t("cycles.back"),
            numeric: true,
            cell: (buyer) => <Amount plain="not-yet" amount={buyer.back} />,
          },
          {
            key: "kept",
            label: t("cycles.kept"),
            numeric: true,
            phone: "figure",
            cell: (buyer) => amount(buyer.keptMilli),
          },
        ]}
      />
    </div>
  );
}

function Growers({ preview, amount }: { preview: Preview; amount: Weight }) {
  const { t } = useWords();
  return (
    <div className="grid gap-2">
      <h3>{t("cycles.growers")}</h3>
      <Table
        caption={t("cycles.growers.caption")}
        rows={preview.growers}
        rowKey={(grower) => grower.id}
        columns={[
          { key: "grower", label: t("cycles.grower"), cell: (grower) => grower.name },
          { key: "brought", label: t("cycles.brought"), numeric: true, cell: (grower) => amount(grower.broughtMilli) },
          {
            key: "share",
            label: t("cycles.share"),
            numeric: true,
            cell: (grower) => <Amount plain="not-yet" amount={grower.share} />,
          },
        ]}
      />
    </div>
  );
}
