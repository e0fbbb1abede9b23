import { hasLeft, type RunState } from "#app/domain/run.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Progress } from "#app/ui/progress.tsx";
import { type Step, Steps } from "#app/ui/steps.tsx";

const WAY = ["open", "locked", "packed", "departed", "arrived", "settled"] as const satisfies readonly RunState[];

type RunProgressProps = { state: RunState; count: { all: number; atHub: number; delivered: number } };

/** How far the run has come, and how much of what travels is where it should be by now. */
export function RunProgress({ state, count }: RunProgressProps) {
  const { t } = useWords();
  if (state === "cancelled") return null;
  const way: RunState[] = state === "planned" ? ["planned", ...WAY] : [...WAY];
  const at = way.indexOf(state);
  const steps: Step[] = way.map((step, place) => ({
    key: step,
    label: t(`run-state.${step}`),
    isDone: place < at || state === "settled",
  }));
  const isLoading = !hasLeft(state);
  const done = isLoading ? count.atHub : count.delivered;
  return (
    <div className="grid gap-4">
      <Steps steps={steps} isRow />
      {count.all > 0 ? (
        <Progress
          label={t(isLoading ? "runs.progress.loading" : "runs.progress.delivering")}
          value={done}
          max={count.all}
          text={t("runs.progress.of", { done, all: count.all })}
        />
      ) : null}
    </div>
  );
}
