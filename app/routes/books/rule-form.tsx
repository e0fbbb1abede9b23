import type { ReactNode } from "react";
import { SPLIT_METHODS, type SplitRule } from "#app/domain/split-rule.ts";
import { typedRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckField, PhotoField, RadioGroup, SelectField, TextArea, TextField } from "#app/ui/fields.tsx";
import { FIELD_CLASS, FormFrame, useField } from "#app/ui/form.tsx";
import { DateField } from "#app/ui/number-fields.tsx";
import { Card } from "#app/ui/page.tsx";

type Member = { id: string; name: string };
type RuleFormProps = {
  state: Parameters<typeof FormFrame>[0]["state"];
  current: { name: string; rule: SplitRule } | undefined;
  members: Member[];
  listings: { id: string; name: string }[];
};

const COST_ROWS = 3;
const STEP_ROWS = 5;

const percentText = (basisPoints: number): string => String(basisPoints / 100).replace(".", ",");

/** A new version starts from the one in force: change it, try it on one of the group's goods, then save it. */
export function RuleForm({ state, current, members, listings }: RuleFormProps) {
  const { t } = useWords();
  const rule = current?.rule;
  return (
    <FormFrame
      state={state}
      multipart
      defaults={{
        name: current?.name ?? t("books.rules.first-name"),
        method: rule?.method ?? "contribution",
        fundPercent: percentText(rule?.fundBasisPoints ?? 1000),
        sampleListing: listings[0]?.id,
        isDefault: "yes",
        restTo: rule?.restTo ?? "",
      }}
    >
      <TextField name="name" label={t("books.rules.name")} hint={t("books.rules.name-hint")} maxLength={60} />
      <RadioGroup
        name="method"
        label={t("books.rules.method")}
        options={SPLIT_METHODS.map((method) => ({
          value: method,
          label: t(`method.${method}`),
          note: t(`method-note.${method}`),
        }))}
      />
      <TextField
        name="fundPercent"
        label={t("books.rules.fund")}
        hint={t("books.rules.fund-hint")}
        inputMode="decimal"
        suffix="%"
      />
      <Rows
        legend={t("books.rules.costs")}
        hint={t("books.rules.costs-hint")}
        first={{ name: "costName", label: t("books.rules.cost-name") }}
        second={{ name: "costRupiah", label: t("books.rules.per-unit") }}
        rows={COST_ROWS}
        filled={(rule?.fixedCosts ?? []).map((cost) => [cost.name, typedRupiah(cost.rupiahPerUnit)])}
      />
      <FixedShares members={members} filled={rule?.fixedShares ?? []} />
      <Rows
        legend={t("books.rules.steps")}
        hint={t("books.rules.steps-hint")}
        first={{ name: "stepName", label: t("books.rules.step-name") }}
        second={{ name: "stepRupiah", label: t("books.rules.per-unit") }}
        rows={STEP_ROWS}
        filled={(rule?.pieceRates ?? []).map((rate) => [rate.step, typedRupiah(rate.rupiahPerUnit)])}
      >
        <SelectField
          name="restTo"
          label={t("books.rules.rest-to")}
          hint={t("books.rules.rest-to-hint")}
          choices={[
            { value: "", label: t("party.group-fund") },
            ...members.map((member) => ({ value: member.id, label: member.name })),
          ]}
        />
      </Rows>
      {listings.length > 0 ? (
        <Card className="grid gap-3">
          <SelectField
            name="sampleListing"
            label={t("books.rules.sample")}
            hint={t("books.rules.sample-hint")}
            choices={listings.map((listing) => ({ value: listing.id, label: listing.name }))}
          />
          <Button name="intent" value="simulate" look="second" wide>
            {t("books.rules.try")}
          </Button>
        </Card>
      ) : null}
      <TextArea
        name="decision"
        label={t("books.rules.decision")}
        hint={t("books.rules.decision-hint")}
        optional
        rows={2}
        maxLength={500}
      />
      <PhotoField name="minutes" label={t("books.rules.minutes")} hint={t("books.rules.minutes-hint")} optional />
      <DateField name="fromDay" label={t("books.rules.from-day")} hint={t("books.rules.from-day-hint")} optional />
      <CheckField name="isDefault" label={t("books.rules.default")} hint={t("books.rules.default-hint")} />
      <Button name="intent" value="save" wide>
        {t("books.rules.save")}
      </Button>
    </FormFrame>
  );
}

type Column = { name: string; label: string };

/** A few rows of a name and an amount; what is left empty does not count. */
function Rows({
  legend,
  hint,
  first,
  second,
  rows,
  filled,
  children,
}: {
  children?: ReactNode;
  legend: string;
  hint: string;
  first: Column;
  second: Column;
  rows: number;
  filled: string[][];
}) {
  const names = useField(first.name, false);
  const amounts = useField(second.name, true);
  const wasSent = names.values.length > 0;
  return (
    <details open={filled.length > 0 || amounts.error !== null} className="rounded-card border border-line bg-card p-4">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{legend}</summary>
      <fieldset className="grid gap-3" aria-describedby={`${amounts.id}-hint`}>
        <legend className="sr-only">{legend}</legend>
        <p id={`${amounts.id}-hint`} className="text-sm text-quiet">
          {hint}
        </p>
        {amounts.error ? <p className="font-semibold text-clay">{amounts.error}</p> : null}
        {Array.from({ length: rows }, (_, at) => at).map((at) => (
          <div key={at} className="grid grid-cols-2 gap-3">
            <RowInput
              id={at === 0 ? names.id : `${names.id}-${at}`}
              column={first}
              at={at}
              value={wasSent ? names.values[at] : filled[at]?.[0]}
            />
            <RowInput
              id={at === 0 ? amounts.id : `${amounts.id}-${at}`}
              column={second}
              at={at}
              value={wasSent ? amounts.values[at] : filled[at]?.[1]}
              numeric
            />
          </div>
        ))}
        {children}
      </fieldset>
    </details>
  );
}

function RowInput({
  id,
  column,
  at,
  value,
  numeric,
}: {
  id: string;
  column: Column;
  at: number;
  value: string | undefined;
  numeric?: boolean;
}) {
  return (
    <label htmlFor={id} className="grid gap-1 text-sm">
      {column.label} {at + 1}
      <input
        id={id}
        name={column.name}
        defaultValue={value ?? ""}
        inputMode={numeric ? "numeric" : "text"}
        maxLength={60}
        className={FIELD_CLASS}
      />
    </label>
  );
}

function FixedShares({ members, filled }: { members: Member[]; filled: { memberId: string; basisPoints: number }[] }) {
  const { t } = useWords();
  const percents = useField("sharePercent", true);
  const sent = useField("shareMember", false).values;
  return (
    <details
      open={filled.length > 0 || percents.error !== null}
      className="rounded-card border border-line bg-card p-4"
    >
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("books.rules.shares")}</summary>
      <fieldset className="grid gap-3" aria-describedby={`${percents.id}-hint`}>
        <legend className="sr-only">{t("books.rules.shares")}</legend>
        <p id={`${percents.id}-hint`} className="text-sm text-quiet">
          {t("books.rules.shares-hint")}
        </p>
        {percents.error ? <p className="font-semibold text-clay">{percents.error}</p> : null}
        {members.map((member, at) => {
          const share = filled.find((each) => each.memberId === member.id);
          const typed = sent.length > 0 ? percents.values[sent.indexOf(member.id)] : undefined;
          const id = at === 0 ? percents.id : `${percents.id}-${at}`;
          return (
            <div key={member.id} className="grid grid-cols-[1fr_6rem_auto] items-center gap-2">
              <label htmlFor={id}>{member.name}</label>
              <input type="hidden" name="shareMember" value={member.id} />
              <input
                id={id}
                name="sharePercent"
                inputMode="decimal"
                defaultValue={typed ?? (share ? percentText(share.basisPoints) : "")}
                className={FIELD_CLASS}
              />
              <span aria-hidden="true">%</span>
            </div>
          );
        })}
      </fieldset>
    </details>
  );
}
