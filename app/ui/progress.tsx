import { type ReactNode, useId } from "react";

type ProgressProps = {
  label: ReactNode;
  /** So much of max is there. */
  value: number;
  max: number;
  /** The same in words: "3 dari 8 kiriman". */
  text: ReactNode;
};

/** How far a run or a lot has come: a bar to look at, and the figures in words. */
export function Progress({ label, value, max, text }: ProgressProps) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        <span className="text-quiet">{text}</span>
      </p>
      <progress id={id} value={Math.min(value, max)} max={Math.max(max, 1)} className="progress" />
    </div>
  );
}
