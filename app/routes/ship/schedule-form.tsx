import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { MoneyField, SelectField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { DateField } from "#app/ui/number-fields.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import { RunRoomFields } from "./run-room-fields.tsx";
import type { SchedulesPage } from "./schedules-page.server.ts";

const WEEK = ["1", "2", "3", "4", "5", "6", "0"] as const;

type Props = {
  page: SchedulesPage;
  state: { errors: Record<string, string>; values: Record<string, string[]> } | undefined;
};

/** A departure that comes back: from where to where, when, and how early orders can join. */
export function ScheduleForm({ page: { formKey, hubs, tariffs, today }, state }: Props) {
  const { t } = useWords();
  const [hub, tariff] = [hubs[0], tariffs[0]];
  if (!hub || !tariff) return null;
  const defaults = { hubId: hub.value, tariffId: tariff.value, doorFee: "0", firstDay: today };
  return (
    <Section title={t("schedules.start")} id="start">
      <Card className="max-w-xl">
        <FormFrame
          state={state}
          defaults={{ ...defaults, weekday: "2", departsAt: "15:00", cutOffHours: "24", daysAhead: "7" }}
        >
          <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
          <SelectField name="hubId" label={t("runs.hub")} choices={hubs} />
          <SelectField name="tariffId" label={t("runs.tariff")} hint={t("schedules.tariff.hint")} choices={tariffs} />
          <TextField name="vessel" label={t("runs.vessel")} hint={t("runs.vessel-hint")} maxLength={60} />
          <SelectField
            name="weekday"
            label={t("schedules.weekday")}
            choices={WEEK.map((value) => ({ value, label: t(`standing.weekday.${value}`) }))}
          />
          <TextField name="departsAt" type="time" label={t("schedules.departs")} hint={t("schedules.departs.hint")} />
          <TextField
            name="cutOffHours"
            label={t("schedules.cut-off")}
            suffix={t("schedules.cut-off.suffix")}
            inputMode="numeric"
            maxLength={3}
          />
          <TextField
            name="daysAhead"
            label={t("schedules.ahead")}
            suffix={t("schedules.ahead.suffix")}
            inputMode="numeric"
            maxLength={2}
          />
          <DateField name="firstDay" label={t("schedules.first")} />
          <DateField name="lastDay" label={t("schedules.last")} optional />
          <RunRoomFields points={[]} />
          <MoneyField name="doorFee" label={t("runs.door-fee")} hint={t("runs.door-fee-hint")} />
          <Button wide>{t("schedules.start.do")}</Button>
        </FormFrame>
      </Card>
    </Section>
  );
}
