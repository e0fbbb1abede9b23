import type { Delivery } from "#app/domain/checkout.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Notice } from "#app/ui/page.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import { type WeighedLine, WeighedLines } from "./weighed-lines.tsx";

type State = { errors: Record<string, string>; values: Record<string, string[]> };
type Can = { pack: boolean; handOver: boolean; send: boolean; move: boolean };

type StepsProps = {
  state: State | undefined;
  can: Can;
  /** What the weight field holds at first. */
  weight: string;
  /** The longest side that the carrier takes, and what was measured; millimetres. */
  side: { most: number | null; packed: number | null };
  delivery: Delivery;
  /** The lines that are sold by weight. */
  weighed: WeighedLine[];
};

/** What can be done with a consignment now, the next step first. */
export function ConsignmentSteps({ state, can, weight, side, delivery, weighed }: StepsProps) {
  const { t } = useWords();
  const handOver = can.handOver && delivery !== "courier";
  return (
    <div className="grid gap-4 print:hidden">
      {can.move ? (
        <Card>
          <Notice tone="warn">{t("consignments.left-note")}</Notice>
          <FormFrame state={stateFor(state, { intent: "move" })} className="mt-4 grid gap-4">
            <Button name="intent" value="move">
              {t("consignments.move")}
            </Button>
          </FormFrame>
        </Card>
      ) : null}
      {handOver ? (
        <Card>
          <FormFrame state={stateFor(state, { intent: "hand-over" })}>
            <p>{t("consignments.hand-over-note")}</p>
            <Button name="intent" value="hand-over">
              {t("consignments.hand-over")}
            </Button>
          </FormFrame>
        </Card>
      ) : null}
      {can.send ? (
        <Card>
          <FormFrame state={stateFor(state, { intent: "send" })}>
            <input type="hidden" name="intent" value="send" />
            <TextField
              name="note"
              label={t("consignments.tracking")}
              hint={t("consignments.tracking-hint")}
              optional
              maxLength={200}
            />
            <Button>{t("consignments.send")}</Button>
          </FormFrame>
        </Card>
      ) : null}
      {can.pack ? (
        <Card>
          <FormFrame
            state={stateFor(state, { intent: "pack" })}
            defaults={{ packedGrams: weight, packedSideMm: side.packed === null ? "" : side.packed / 10 }}
          >
            <input type="hidden" name="intent" value="pack" />
            <WeighedLines lines={weighed} errors={state?.errors ?? {}} />
            <TextField
              name="packedGrams"
              label={t("consignments.weight")}
              hint={t("consignments.weight-hint")}
              inputMode="decimal"
              autoComplete="off"
              maxLength={20}
            />
            {side.most === null ? null : (
              <TextField
                name="packedSideMm"
                label={t("consignments.side")}
                hint={t("consignments.side-hint", { cm: side.most / 10 })}
                optional
                inputMode="numeric"
                autoComplete="off"
                maxLength={10}
              />
            )}
            <Button look={handOver || can.send ? "second" : "main"}>
              {handOver || can.send ? t("consignments.pack-again") : t("consignments.pack")}
            </Button>
          </FormFrame>
        </Card>
      ) : null}
    </div>
  );
}
