import type { SurplusFundKey } from "#app/domain/surplus-year.ts";
import { formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckField, SelectField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Section } from "#app/ui/page.tsx";

type State = Parameters<typeof FormFrame>[0]["state"];

type SurplusActsProps = {
  state: State;
  acts: { propose: boolean; withdraw: boolean; approve: boolean; askReversal: boolean; reverse: boolean };
  meetings: { id: string; day: string; place: string }[];
  idle: SurplusFundKey[];
};

/** What this person can do with the year now. */
export function SurplusActs({ state, acts, meetings, idle }: SurplusActsProps) {
  const { t, locale } = useWords();
  const sent = state?.values.intent?.[0];
  const stateOf = (...intents: string[]): State => (sent && intents.includes(sent) ? state : undefined);
  return (
    <div className="grid gap-6 print:hidden">
      {acts.propose ? (
        <Section title={t("surplus.propose")}>
          <Card className="max-w-xl">
            <FormFrame state={stateOf("propose")} defaults={{ meetingId: meetings[0]?.id }}>
              <p>{t("surplus.propose.note")}</p>
              <SelectField
                name="meetingId"
                label={t("surplus.policy.meeting")}
                blank
                choices={meetings.map(({ id, day, place }) => ({
                  ...{ value: id, label: `${formatShortDay(locale, day)}, ${place}` },
                }))}
              />
              {idle.length > 0 ? <CheckField name="idleAgreed" label={t("surplus.idle.agreed")} /> : null}
              <Button name="intent" value="propose" wide>
                {t("surplus.propose.do")}
              </Button>
            </FormFrame>
          </Card>
        </Section>
      ) : null}
      {acts.approve ? (
        <Act {...{ state: stateOf("approve"), intent: "approve", label: t("surplus.approve") }}>
          {t("surplus.approve.note")}
        </Act>
      ) : null}
      {acts.withdraw ? (
        <Act {...{ state: stateOf("withdraw"), intent: "withdraw", label: t("surplus.withdraw"), isQuiet: true }} />
      ) : null}
      {acts.askReversal ? (
        <Section title={t("surplus.ask-reversal")}>
          <Card className="max-w-xl">
            <FormFrame state={stateOf("ask-reversal")}>
              <p>{t("surplus.ask-reversal.note")}</p>
              <TextField name="reason" label={t("surplus.reason")} autoComplete="off" maxLength={200} />
              <Button name="intent" value="ask-reversal" look="danger">
                {t("surplus.ask-reversal")}
              </Button>
            </FormFrame>
          </Card>
        </Section>
      ) : null}
      {acts.reverse ? (
        <Act {...{ state: stateOf("reverse"), intent: "reverse", label: t("surplus.reverse"), isQuiet: true }} />
      ) : null}
    </div>
  );
}

type ActProps = { state: State; intent: string; label: string; isQuiet?: boolean; children?: string };

function Act({ state, intent, label, isQuiet = false, children }: ActProps) {
  return (
    <Card className="max-w-xl">
      <FormFrame state={state}>
        {children ? <p>{children}</p> : null}
        <Button name="intent" value={intent} look={isQuiet ? "danger" : "main"}>
          {label}
        </Button>
      </FormFrame>
    </Card>
  );
}
