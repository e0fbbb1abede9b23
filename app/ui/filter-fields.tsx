import { type ReactNode, useId } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "./button.tsx";
import { FIELD_CLASS } from "./form.tsx";

// Fields of a search that narrows a page: all of them may stay empty, and nothing they hold is ever refused.

export type FilterChoice = { value: string; label: string; within?: FilterChoice[] };

type FilterSelectProps = {
  name: string;
  label: string;
  value: string | null;
  choices: FilterChoice[];
  /** What the empty choice is called; without it one of the choices always holds. */
  all?: string;
};

export function FilterSelect({ name, label, value, choices, all }: FilterSelectProps) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <select id={id} name={name} defaultValue={value ?? ""} className={FIELD_CLASS}>
        {all === undefined ? null : <option value="">{all}</option>}
        {choices.flatMap(({ within = [], ...choice }) => [
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>,
          ...within.map((inner) => (
            <option key={inner.value} value={inner.value}>
              {`– ${inner.label}`}
            </option>
          )),
        ])}
      </select>
    </div>
  );
}

export function FilterCheck({ name, label, on }: { name: string; label: ReactNode; on: boolean }) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3 py-1">
      <input type="checkbox" name={name} value="yes" defaultChecked={on} className="size-6 shrink-0 accent-sea" />
      <span className="leading-snug">{label}</span>
    </label>
  );
}

export function FilterMoney({ name, label, amount }: { name: string; label: string; amount: number | null }) {
  const id = useId();
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <input
        id={id}
        name={name}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        placeholder="Rp"
        defaultValue={amount ?? ""}
        className={FIELD_CLASS}
      />
    </div>
  );
}

/** The filters of a page: folded away on a phone, always there on a wide screen. */
export function FilterFold({ label, isOpen, children }: { label: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details className="open-when-wide group" open={isOpen}>
      <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between rounded-field border-2 border-edge bg-card px-4 font-semibold text-sea [&::-webkit-details-marker]:hidden">
        {label}
        <span aria-hidden="true" className="transition-transform group-open:rotate-180">
          ▾
        </span>
      </summary>
      <div className="grid gap-4 pt-4 lg:pt-0">{children}</div>
    </details>
  );
}

/** The search box with its button; inside a GET form. */
export function SearchBox({ q, large = false }: { q: string; large?: boolean }) {
  const { t } = useWords();
  const id = useId();
  return (
    <search className="grid gap-1">
      <label htmlFor={id} className={large ? "sr-only" : "font-semibold"}>
        {t("search.label")}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          name="q"
          type="search"
          defaultValue={q}
          maxLength={200}
          placeholder={t("search.example")}
          enterKeyHint="search"
          className={`${FIELD_CLASS} min-w-0 ${large ? "min-h-12" : ""}`}
        />
        <Button className="shrink-0">{t("search.go")}</Button>
      </div>
    </search>
  );
}
