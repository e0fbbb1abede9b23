import { formatQuantity } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { QuantityField } from "#app/ui/number-fields.tsx";
import { Card, Empty, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import type { CyclePage } from "./cycle-page.server.ts";

type Props = { page: CyclePage; state: Parameters<typeof stateFor>[0] };

/** What growers expect to bring, and until orders open, the form to say so. */
export function CyclePledges({ page: { cycle, pledges, pledgers }, state }: Props) {
  const { t, locale } = useWords();
  const unit = unitName(t, cycle.unit);
  const amount = (milli: number): string => `${formatQuantity(locale, milli)} ${unit}`;
  return (
    <Section title={t("cycles.pledges")}>
      {pledges.length === 0 ? (
        <Empty text={t("cycles.pledges.none")} />
      ) : (
        <Table
          caption={t("cycles.pledges.caption")}
          rows={pledges}
          rowKey={(pledge) => pledge.memberId}
          columns={[
            { key: "member", label: t("cycles.pledge.member"), cell: (pledge) => pledge.memberName },
            {
              key: "from",
              label: t("cycles.pledge.from"),
              numeric: true,
              cell: (pledge) => amount(pledge.fromMilli),
            },
            { key: "to", label: t("cycles.pledge.to"), numeric: true, cell: (pledge) => amount(pledge.toMilli) },
          ]}
        />
      )}
      {pledgers.length > 0 ? (
        <Card className="max-w-xl">
          <FormFrame
            state={stateFor(state, { intent: "pledge" })}
            defaults={{ memberId: pledgers.length === 1 ? pledgers[0]?.id : undefined }}
          >
            <input type="hidden" name="intent" value="pledge" />
            <p className="text-quiet">{t("cycles.pledge.lead")}</p>
            <SelectField
              name="memberId"
              label={t("cycles.pledge.member")}
              blank={pledgers.length > 1}
              choices={pledgers.map((member) => ({ value: member.id, label: `${member.number}. ${member.name}` }))}
            />
            <QuantityField name="from" label={t("cycles.pledge.from")} unit={unit} />
            <QuantityField name="to" label={t("cycles.pledge.to")} unit={unit} />
            <Button>{t("cycles.pledge.do")}</Button>
          </FormFrame>
        </Card>
      ) : null}
    </Section>
  );
}
