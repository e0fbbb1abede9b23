import { Link } from "@remix-run/react";
import { formatDay, formatQuantity, formatRupiah } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button } from "#app/ui/button.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Notice, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { Table } from "#app/ui/table.tsx";
import { placeName } from "./standing-fields.tsx";
import type { StandingPage } from "./standing-page.server.ts";
import { everyText, nextText } from "./standing-words.ts";

/** What was agreed, and when it comes next. */
export function StandingFacts({ page: { standing, next, choices } }: { page: StandingPage }) {
  const { t, locale } = useWords();
  const place = choices.places.find((each) => each.value === standing.place);
  const each = {
    quantity: formatQuantity(locale, standing.quantityMilli),
    unit: unitName(t, standing.unit),
    every: everyText(t, standing.everyWeeks),
  };
  return (
    <Card>
      <Facts
        facts={[
          {
            label: t("standing.each"),
            value: (
              <Link to={`/listings/${standing.slug}`} className="inline-flex min-h-11 items-center text-sea underline">
                {t("standing.each.text", each)}
              </Link>
            ),
          },
          ...(standing.state === "active" ? [{ label: t("standing.next"), value: nextText({ t, locale }, next) }] : []),
          { label: t("standing.place"), value: place ? placeName(t, place) : t("standing.place.gone") },
          { label: t("standing.method"), value: t(`buy.method.${standing.method}`) },
          ...(standing.usesCredit ? [{ label: t("standing.credit.label"), value: t("standing.credit.yes") }] : []),
          { label: t("standing.ceiling"), value: <Amount plain="agreed" amount={standing.ceiling} /> },
        ]}
      />
    </Card>
  );
}

/** The last turn was not ordered: why, and how to get the goods this time all the same. */
export function StandingAsked({ page: { standing, turns } }: { page: StandingPage }) {
  const { t, locale } = useWords();
  const [last] = turns;
  if (last?.outcome !== "asked" || standing.state === "ended") return null;
  const quantity = String(standing.quantityMilli / 1000).replace(".", ",");
  return (
    <Notice tone="warn">
      <div className="grid gap-3">
        <p className="font-semibold">{t("standing.asked")}</p>
        <p>
          <Why why={last.why} ceiling={standing.ceiling} />
        </p>
        <FormFrame action="/basket" className="">
          <input type="hidden" name="intent" value="add" />
          <input type="hidden" name="variantId" value={standing.variantId} />
          <input type="hidden" name="quantity" value={quantity} />
          <Button>
            {t("standing.asked.basket", {
              quantity: formatQuantity(locale, standing.quantityMilli),
              unit: unitName(t, standing.unit),
            })}
          </Button>
        </FormFrame>
      </div>
    </Notice>
  );
}

function Why({ why, ceiling }: { why: StandingPage["turns"][number]["why"]; ceiling: number }) {
  const { t } = useWords();
  if (why === null) return null;
  return <Sentence>{t(`standing.why.${why}`, { ceiling: formatRupiah(ceiling) })}</Sentence>;
}

export function StandingTurns({ turns }: Pick<StandingPage, "turns">) {
  const { t, locale } = useWords();
  if (turns.length === 0) return null;
  return (
    <Section title={t("standing.turns")}>
      <Table
        caption={t("standing.turns.caption")}
        rows={turns}
        rowKey={(turn) => turn.turn}
        columns={[
          { key: "day", label: t("standing.turn.day"), cell: (turn) => formatDay(locale, turn.at) },
          {
            key: "what",
            label: t("standing.turn.what"),
            phone: "plain",
            cell: (turn) =>
              turn.number ? (
                <Link to={`/orders/${turn.number}`} className="inline-flex min-h-11 items-center text-sea underline">
                  {t("standing.turn.ordered")} {turn.number}
                </Link>
              ) : (
                t(`standing.turn.${turn.outcome}`)
              ),
          },
        ]}
      />
    </Section>
  );
}
