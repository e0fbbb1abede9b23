import type { PossibleMove } from "#app/domain/packing-plan.ts";
import { boxWords } from "#app/i18n/box-words.ts";
import { formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import type { Contents } from "./parcel-card.tsx";

type Props = { code: string; moving: Contents & { moves: PossibleMove[] }; parcels: number[] };

/** Where a consignment could go instead, and what each place would change. */
export function MoveChoice({ code, moving, parcels }: Props) {
  const { t } = useWords();
  const says = (move: PossibleMove): string => {
    if ("problem" in move) return t(`reason.${move.problem}`);
    if (move.difference === 0) return t("packing.move.same");
    const amount = formatRupiah(Math.abs(move.difference));
    return t(move.difference > 0 ? "packing.move.dearer" : "packing.move.cheaper", { amount });
  };
  return (
    <Card className="grid max-w-xl gap-3">
      <h2>{t("packing.move-which", { name: moving.name })}</h2>
      <ul className="grid gap-2 ps-0">
        {moving.moves.map((move) => (
          <li key={move.to} className="flex flex-wrap items-center justify-between gap-2">
            {"problem" in move ? (
              <span className="text-quiet">{t("packing.parcel", { number: move.to })}</span>
            ) : (
              <FormFrame>
                <input type="hidden" name="consignmentId" value={moving.id} />
                <input type="hidden" name="to" value={move.to} />
                <Button look="second" name="intent" value="move">
                  {t(parcels.includes(move.to) ? "packing.move.to" : "packing.move.to-new", { number: move.to })}
                </Button>
              </FormFrame>
            )}
            <span>
              <Sentence>{says(move)}</Sentence>{" "}
              {"box" in move && move.box ? (
                <Sentence>{t("packing.box.into", { box: boxWords(move.box, t) })}</Sentence>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {moving.moves.length === 0 ? <p>{t("packing.move.nowhere")}</p> : null}
      <div>
        <ButtonLink to={`/runs/${code}/packing`} look="second">
          {t("packing.move.leave")}
        </ButtonLink>
      </div>
    </Card>
  );
}
