import type { ReactNode } from "react";
import { groupedCode } from "#app/domain/reset-code.ts";
import { Notice } from "./page.tsx";

/** A code that is shown this one time, large, in fours, to be read out. */
export function SpokenOnce({ code, note }: { code: string; note: ReactNode }) {
  return (
    <Notice>
      <p className="font-mono text-xl font-bold text-ink sm:text-3xl" data-code={code}>
        {groupedCode(code)}
      </p>
      <p className="mt-2">{note}</p>
    </Notice>
  );
}
