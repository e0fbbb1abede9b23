import type { CrossingNote } from "#app/domain/free-zone.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Notice } from "./page.tsx";

/** Whose goods leave the free trade zone on their way: what that means for the buyer, or for the keeper of the hub. */
export function CrossingNotes({ notes, to }: { notes: readonly CrossingNote[]; to: "buyer" | "keeper" }) {
  const { t } = useWords();
  if (notes.length === 0) return null;
  return (
    <Notice>
      {notes.map(({ crossing, groupNames }) => (
        <p key={crossing}>{t(`free-zone.${to}.${crossing}`, { names: groupNames.join(", ") })}</p>
      ))}
    </Notice>
  );
}
