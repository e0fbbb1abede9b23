import type { ReactNode } from "react";

type OptionBoxProps = {
  type: "radio" | "checkbox";
  name: string;
  value: string;
  isChosen: boolean;
  label: ReactNode;
  /** One line of explanation below the label. */
  note?: ReactNode;
  id?: string;
  describedBy?: string | undefined;
};

/** One choice of a few: a target for a whole thumb, with room for an explanation. */
export function OptionBox({ type, name, value, isChosen, label, note, id, describedBy }: OptionBoxProps) {
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3 rounded-field border-2 border-edge bg-card p-3 has-checked:border-sea has-checked:bg-sea-soft has-disabled:cursor-not-allowed has-disabled:border-line has-disabled:bg-sand has-disabled:text-quiet">
      <input
        id={id}
        type={type}
        name={name}
        value={value}
        defaultChecked={isChosen}
        aria-describedby={describedBy}
        className={`shrink-0 accent-sea ${type === "radio" ? "mt-1 size-5" : "mt-0.5 size-6"}`}
      />
      <span className="min-w-0">
        <span className="font-semibold">{label}</span>
        {note ? <span className="block text-sm text-quiet">{note}</span> : null}
      </span>
    </label>
  );
}
