import { useWords } from "#app/i18n/words.tsx";
import { CheckGroup } from "#app/ui/check-group.tsx";
import { TextField } from "#app/ui/fields.tsx";

type Props = {
  points: { value: string; label: string }[];
  /** What is ticked at first. */
  chosen?: readonly string[];
};

/** How much a departure takes, and where it is fetched. */
export function RunRoomFields({ points, chosen = [] }: Props) {
  const { t } = useWords();
  return (
    <>
      <TextField
        name="maxKg"
        label={t("run-room.kg")}
        hint={t("run-room.kg-hint")}
        inputMode="numeric"
        maxLength={9}
        suffix="kg"
        optional
      />
      <TextField
        name="maxParcels"
        label={t("run-room.parcels")}
        hint={t("run-room.parcels-hint")}
        inputMode="numeric"
        maxLength={9}
        optional
      />
      {points.length === 0 ? null : (
        <CheckGroup
          name="pickUpPointIds"
          label={t("run-room.points")}
          hint={t("run-room.points-hint")}
          options={points}
          chosen={chosen}
        />
      )}
    </>
  );
}
