import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "./button.tsx";
import { FormFrame } from "./form.tsx";
import { Notice } from "./page.tsx";

type ConfirmProps = {
  state?: Parameters<typeof FormFrame>[0]["state"];
  /** What will happen, and what it will not undo. */
  what: ReactNode;
  /** The verb itself: "Ya, keluarkan Siti". */
  yes: ReactNode;
  /** Where "no" leads. */
  back: string;
  /** What else it needs to know. */
  children?: ReactNode;
};

/** The second look before something that is hard to take back. */
export function Confirm({ state, what, yes, back, children }: ConfirmProps) {
  const { t } = useWords();
  return (
    <div className="grid gap-6">
      <Notice tone="warn">{what}</Notice>
      <FormFrame state={state}>
        {children}
        <div className="grid gap-3 sm:flex sm:flex-row-reverse sm:justify-end">
          <Button look="danger">{yes}</Button>
          <ButtonLink to={back} look="quiet">
            {t("form.cancel")}
          </ButtonLink>
        </div>
      </FormFrame>
    </div>
  );
}
