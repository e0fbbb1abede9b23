import type { ReactNode } from "react";
import { formatQuantity, formatShortDay } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Section } from "#app/ui/page.tsx";

type Change = {
  changeId: string;
  kind: "counted" | "returned" | "voided" | "undone";
  day: string;
  lineId: string;
  soldMilli: number;
  lostMilli: number;
  returnedMilli: number;
  recordedBy: string;
  undoneBy: string | null;
};
type Line = { id: string; listingName: string; variantName: string; unit: string };
type Note = { lines: readonly Line[]; changes: readonly Change[] };
type Props = { note: Note; undoKeys: Record<string, string> | null };

/** Every count and return, as it was written down, and who took it back. */
export function EntrustedHistory({ note, undoKeys }: Props) {
  const { t, locale } = useWords();
  const ids = [...new Set(note.changes.map((change) => change.changeId))];
  if (ids.length === 0) return null;
  return (
    <Section title={t("entrust.changes")}>
      <ul className="grid gap-3">
        {ids.map((id) => {
          const rows = note.changes.filter((change) => change.changeId === id);
          const [first] = rows;
          if (!first || first.kind === "undone") return null;
          return (
            <li key={id} className="grid gap-1">
              <p className={first.undoneBy === null ? "" : "line-through"}>
                <strong>{t(`entrust.change.${first.kind}`)}</strong> {formatShortDay(locale, first.day)}
              </p>
              {rows.map((change) => (
                <p key={change.lineId} className={first.undoneBy === null ? "" : "line-through"}>
                  <ChangedLine change={change} line={note.lines.find((each) => each.id === change.lineId)} />
                </p>
              ))}
              <p className="text-sm text-quiet">{first.recordedBy}</p>
              {first.undoneBy === null ? null : <p>{t("entrust.undone", { name: first.undoneBy })}</p>}
              {undoKeys && first.undoneBy === null ? (
                <UndoEntrusted changeId={id} formKey={undoKeys[id] ?? ""} label={t(`entrust.undo.${first.kind}`)} />
              ) : null}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function ChangedLine({ change, line }: { change: Change; line: Line | undefined }) {
  const { t, locale } = useWords();
  const amount = (milli: number) => `${formatQuantity(locale, milli)} ${unitName(t, line?.unit ?? "")}`;
  const parts = [
    change.soldMilli > 0 && `${t("entrust.sold")} ${amount(change.soldMilli)}`,
    change.lostMilli > 0 && `${t("entrust.lost")} ${amount(change.lostMilli)}`,
    change.returnedMilli > 0 && `${t("entrust.returned")} ${amount(change.returnedMilli)}`,
  ].filter(Boolean);
  const name = [line?.listingName, line?.variantName].filter(Boolean).join(", ");
  return `${name}: ${parts.length > 0 ? parts.join(" · ") : t("entrust.change.nothing")}`;
}

type UndoProps = { changeId: string; formKey: string; label: string; children?: ReactNode };

export function UndoEntrusted({ changeId, formKey, label, children }: UndoProps) {
  return (
    <FormFrame className="grid justify-items-start gap-2">
      {children ? <p className="text-quiet">{children}</p> : null}
      <input type="hidden" name="changeId" value={changeId} />
      <input type="hidden" name="formKey" value={formKey} />
      <Button look="second">{label}</Button>
    </FormFrame>
  );
}
