import type { ReactNode } from "react";
import { FieldError, type useField } from "./form.tsx";

type FieldGroupProps = {
  field: ReturnType<typeof useField>;
  legend: ReactNode;
  hint?: ReactNode;
  children: ReactNode;
};

/** Several controls that answer one question: the question, a hint, what was wrong, then the controls. */
export function FieldGroup({ field, legend, hint, children }: FieldGroupProps) {
  return (
    <fieldset className="grid min-w-0 gap-2" aria-describedby={field.describedBy}>
      <legend id={field.id} tabIndex={-1} className="mb-1 font-semibold">
        {legend}
      </legend>
      {hint ? (
        <p id={`${field.id}-hint`} className="text-sm text-quiet">
          {hint}
        </p>
      ) : null}
      <FieldError field={field} />
      {children}
    </fieldset>
  );
}
