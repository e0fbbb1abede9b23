import type { ReactNode } from "react";
import { FieldGroup } from "./field-group.tsx";
import { useField } from "./form.tsx";
import { OptionBox } from "./option-box.tsx";

type CheckGroupProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is ticked at first. */
  chosen?: readonly string[];
  options: { value: string; label: ReactNode; note?: ReactNode }[];
};

/** Any number of a few. */
export function CheckGroup({ name, label, hint, chosen = [], options }: CheckGroupProps) {
  const field = useField(name, Boolean(hint));
  const ticked = field.error || field.values.length > 0 ? field.values : chosen;
  return (
    <FieldGroup field={field} legend={label} hint={hint}>
      {options.map((option) => (
        <OptionBox
          key={option.value}
          type="checkbox"
          name={name}
          isChosen={ticked.includes(option.value)}
          {...option}
        />
      ))}
    </FieldGroup>
  );
}
