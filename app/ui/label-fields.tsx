import { HALAL, PERMIT_KINDS } from "#app/domain/listing-facts.ts";
import type { ListingKind } from "#app/domain/listing-kind.ts";
import { useWords } from "#app/i18n/words.tsx";
import { SelectField, TextField } from "./fields.tsx";

type Policy = { needsPermit: boolean; needsHalal: boolean };

/** Which permit, and its number as it stands on the label. A craft has none but soap and lotions. */
export function PermitFields({ kind, policy }: { kind: ListingKind; policy: Policy }) {
  const { t } = useWords();
  const isNeeded = kind === "food" && policy.needsPermit;
  const kinds = kind === "craft" ? (["bpom-cosmetic"] as const) : PERMIT_KINDS;
  const choices = kinds.map((permit) => ({ value: permit, label: t(`sell.permit.${permit}`) }));
  return (
    <>
      <SelectField
        name="permitKind"
        label={t("sell.field.permit")}
        hint={t(
          isNeeded
            ? "sell.field.permit.needed"
            : kind === "craft"
              ? "sell.field.permit.craft"
              : "sell.field.permit.hint",
        )}
        choices={[{ value: "", label: t("sell.permit.none") }, ...choices]}
        optional={!isNeeded}
      />
      <TextField
        name="permitNumber"
        label={t("sell.field.permit-number")}
        hint={t("sell.field.permit-number.hint")}
        autoComplete="off"
        maxLength={40}
        optional
      />
    </>
  );
}

/** What the group states: certified, not yet, or not halal; saying nothing is shown as not certified. */
export function HalalFields({ policy, withDay }: { policy: Policy; withDay: boolean }) {
  const { t } = useWords();
  const choices = HALAL.map((statement) => ({ value: statement, label: t(`sell.halal.${statement}`) }));
  return (
    <>
      <SelectField
        name="halal"
        label={t("sell.field.halal")}
        hint={t(policy.needsHalal ? "sell.field.halal.needed" : "sell.field.halal.hint")}
        choices={[{ value: "", label: t("sell.halal.none") }, ...choices]}
        optional={!policy.needsHalal}
      />
      <TextField
        name="halalNumber"
        label={t("sell.field.halal-number")}
        hint={t("sell.field.halal-number.hint")}
        autoComplete="off"
        maxLength={40}
        optional
      />
      {withDay ? (
        <TextField
          name="halalUntil"
          type="date"
          label={t("sell.field.halal-until")}
          hint={t("sell.field.halal-until.hint")}
          optional
        />
      ) : null}
    </>
  );
}
