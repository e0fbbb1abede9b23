import type { Locale } from "#app/domain/locale.ts";
import { isLoading, type RunState, type RunStep } from "#app/domain/run.ts";
import { formatMoment, formatWeight } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { CheckField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Card, Notice } from "#app/ui/page.tsx";

type Run = {
  vessel: string;
  service: string;
  doorFee: number;
  /** Null once it is open. */
  opensAt: string | null;
  cutOffAt: string;
  departsAt: string;
  departedAt: string | null;
  arrivedAt: string | null;
};

type Room = {
  maxGrams: number | null;
  maxParcels: number | null;
  points: string[];
  grams: number;
  parcels: number;
  isFull: boolean;
};

type FactsProps = {
  run: Run;
  cost: { total: number; alone: number; saved: number };
  parcels: number;
  room: Room;
};

/** When it goes, by what, and what it costs together against one by one. */
export function RunFacts({ run, cost, parcels, room }: FactsProps) {
  const { t, locale } = useWords();
  const moment = (at: string): string => formatMoment(locale, at);
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Card>
        <Facts
          facts={[
            { label: t("runs.vessel"), value: run.vessel },
            { label: t("runs.tariff"), value: run.service },
            ...(run.opensAt ? [{ label: t("runs.opens"), value: moment(run.opensAt) }] : []),
            { label: t("runs.cut-off"), value: moment(run.cutOffAt) },
            { label: t("runs.departure"), value: moment(run.departsAt) },
            ...(run.departedAt ? [{ label: t("runs.departed-at"), value: moment(run.departedAt) }] : []),
            ...(run.arrivedAt ? [{ label: t("runs.arrived-at"), value: moment(run.arrivedAt) }] : []),
            ...roomFacts(room, t, locale),
            { label: t("runs.door-fee"), value: <Amount plain="agreed" amount={run.doorFee} /> },
          ]}
        />
      </Card>
      <Card>
        <Facts
          facts={[
            { label: t("runs.parcels"), value: parcels },
            {
              label: t("runs.cost-together"),
              value: <Amount plain="here" amount={cost.total} className="text-lg font-bold" />,
            },
            { label: t("runs.cost-alone"), value: <Amount plain="here" amount={cost.alone} /> },
            {
              label: t("runs.saved"),
              value: <Amount plain="here" amount={cost.saved} className="font-bold text-mangrove" />,
            },
          ]}
        />
        <p className="mt-3 text-sm text-quiet">{t("runs.cost-note")}</p>
      </Card>
    </div>
  );
}

function roomFacts(room: Room, t: ReturnType<typeof useWords>["t"], locale: Locale) {
  const { maxGrams, maxParcels, points, grams, parcels, isFull } = room;
  const full = isFull ? <Badge tone="warn">{t("run-room.full")}</Badge> : null;
  const byWeight = maxGrams === null ? [] : [t("run-room.load-of", weights(locale, grams, maxGrams))];
  const byBoxes = maxParcels === null ? [] : [t("run-room.parcels-of", { count: parcels, most: maxParcels })];
  const limits = [...byWeight, ...byBoxes].join(", ");
  return [
    ...(limits === ""
      ? []
      : [
          {
            label: t("run-room.load"),
            value: (
              <span>
                {limits} {full}
              </span>
            ),
          },
        ]),
    { label: t("run-room.served"), value: points.length > 0 ? points.join(", ") : t("run-room.none-served") },
  ];
}

function weights(locale: Locale, grams: number, maxGrams: number) {
  return { weight: formatWeight(locale, grams), most: formatWeight(locale, maxGrams) };
}

type StepsProps = {
  code: string;
  state: RunState;
  next: RunStep | null;
  canSettle: boolean;
  missing: number;
  ashore: number;
};

/** The next step of the run, and what it does. */
export function RunSteps({ code, state, next, canSettle, missing, ashore }: StepsProps) {
  const { t } = useWords();
  const hasArrived = state === "arrived" || state === "settled";
  // What is all in its box may leave without a press of its own.
  const isLeaving = isLoading(state);
  const step = isLeaving ? "depart" : next === "pack" || next === "unpack" ? null : next;
  return (
    <div className="grid gap-4">
      {isLeaving && missing > 0 ? <Notice tone="warn">{t("runs.missing", { count: missing })}</Notice> : null}
      <div className="flex flex-wrap items-center gap-3">
        {step && step !== "settle" ? (
          <FormFrame className="grid gap-3">
            {isLeaving && ashore > 0 ? <LeaveAshore code={code} count={ashore} /> : null}
            <Button name="intent" value={step}>
              {t(`runs.step.${step}`)}
            </Button>
          </FormFrame>
        ) : null}
        {isLeaving ? (
          <FormFrame className="">
            <Button name="intent" value={state === "packed" ? "unpack" : "pack"} look="second">
              {t(`runs.step.${state === "packed" ? "unpack" : "pack"}`)}
            </Button>
          </FormFrame>
        ) : null}
        {state !== "cancelled" ? (
          <ButtonLink to={`/runs/${code}/packing`} look="second">
            {t("packing.plan")}
          </ButtonLink>
        ) : null}
        {hasArrived ? <ButtonLink to={`/runs/${code}/deliveries`}>{t("runs.deliveries")}</ButtonLink> : null}
        {hasArrived && canSettle ? (
          <ButtonLink to={`/runs/${code}/settlement`} look="second">
            {t(state === "settled" ? "runs.settlement" : "runs.step.settle")}
          </ButtonLink>
        ) : null}
      </div>
      {state === "locked" ? <p className="text-sm text-quiet">{t("runs.step.pack.note")}</p> : null}
      {step ? <p className="text-sm text-quiet">{t(`runs.step.${step}.note`)}</p> : null}
    </div>
  );
}

/** Boxes that are not on board: load them, or say that they may stay. */
function LeaveAshore({ code, count }: { code: string; count: number }) {
  const { t } = useWords();
  return (
    <Notice tone="warn">
      <p>{t("hub.depart.ashore", { count })}</p>
      <p className="my-3">
        <ButtonLink to={`/runs/${code}/load`} look="second">
          {t("hub.depart.load")}
        </ButtonLink>
      </p>
      <CheckField name="leave" label={t("hub.depart.leave")} hint={t("hub.depart.leave-note")} />
    </Notice>
  );
}
