import type { InputHTMLAttributes, ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { FieldGroup } from "./field-group.tsx";
import { FIELD_CLASS, FieldError, FieldShell, useField, useTyped } from "./form.tsx";
import { OptionBox } from "./option-box.tsx";

type Common = { name: string; label: ReactNode; hint?: ReactNode; optional?: boolean };

type TextFieldProps = Common &
  Pick<
    InputHTMLAttributes<HTMLInputElement>,
    "type" | "inputMode" | "autoComplete" | "maxLength" | "placeholder" | "min" | "max" | "step"
  > & {
    /** What stands after the box: a unit. */
    suffix?: ReactNode;
    prefix?: ReactNode;
  };

export function TextField({ name, label, hint, optional, suffix, prefix, type = "text", ...rest }: TextFieldProps) {
  const field = useField(name, Boolean(hint));
  const input = (
    <input
      id={field.id}
      name={name}
      type={type}
      defaultValue={type === "password" ? undefined : field.value}
      aria-invalid={field.error ? true : undefined}
      aria-describedby={field.describedBy}
      required={!optional}
      className={FIELD_CLASS}
      {...rest}
    />
  );
  return (
    <FieldShell id={field.id} label={label} hint={hint} error={field.error} optional={optional}>
      {suffix || prefix ? (
        <span className="flex items-center gap-2">
          {prefix ? <span className="text-quiet">{prefix}</span> : null}
          {input}
          {suffix ? <span className="shrink-0 text-quiet">{suffix}</span> : null}
        </span>
      ) : (
        input
      )}
    </FieldShell>
  );
}

/** Whole rupiah: "62000" and "62.000" are both fine. */
export function MoneyField(props: Common) {
  return <TextField {...props} inputMode="numeric" autoComplete="off" prefix="Rp" maxLength={20} />;
}

export function TextArea({
  name,
  label,
  hint,
  optional,
  rows = 4,
  maxLength,
}: Common & { rows?: number; maxLength?: number }) {
  const field = useField(name, Boolean(hint));
  return (
    <FieldShell id={field.id} label={label} hint={hint} error={field.error} optional={optional}>
      <textarea
        id={field.id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={field.value}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={field.describedBy}
        required={!optional}
        className={FIELD_CLASS}
      />
    </FieldShell>
  );
}

export type Choice = { value: string; label: string };

export function SelectField({
  name,
  label,
  hint,
  optional,
  choices,
  blank,
}: Common & { choices: Choice[]; blank?: boolean }) {
  const { t } = useWords();
  const field = useField(name, Boolean(hint));
  return (
    <FieldShell id={field.id} label={label} hint={hint} error={field.error} optional={optional}>
      <select
        id={field.id}
        name={name}
        defaultValue={field.value}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={field.describedBy}
        required={!optional}
        className={FIELD_CLASS}
      >
        {blank ? <option value="">{t("form.choose")}</option> : null}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldShell>
  );
}

type Option = { value: string; label: ReactNode; note?: ReactNode };

/** One of a few. */
export function RadioGroup({ name, label, hint, options }: Common & { options: Option[] }) {
  const field = useField(name, Boolean(hint));
  return (
    <FieldGroup field={field} legend={label} hint={hint}>
      {options.map((option) => (
        <OptionBox key={option.value} type="radio" name={name} isChosen={field.value === option.value} {...option} />
      ))}
    </FieldGroup>
  );
}

/** One yes or no. */
export function CheckField({ name, label, hint, value = "yes" }: Common & { value?: string }) {
  const field = useField(name, false);
  return (
    <div className="grid gap-1">
      <OptionBox
        id={field.id}
        describedBy={field.describedBy}
        type="checkbox"
        name={name}
        value={value}
        isChosen={field.values.includes(value)}
        label={label}
        note={hint}
      />
      <FieldError field={field} />
    </div>
  );
}

/** A photo from the camera or gallery. One that came with a form that was refused is kept: it is shown, and goes along unless it is unticked. */
export function PhotoField({ name, label, hint, optional }: Common) {
  const field = useField(name, Boolean(hint));
  const { t } = useWords();
  const [held] = useTyped("heldPhoto") ?? [];
  const [picture] = useTyped("heldPicture") ?? [];
  return (
    <FieldShell id={field.id} label={label} hint={hint} error={field.error} optional={optional}>
      {held ? (
        <div className="grid gap-2">
          {picture ? <img src={picture} alt="" className="h-auto max-h-60 w-auto max-w-full rounded-field" /> : null}
          <OptionBox
            type="checkbox"
            name="heldPhoto"
            value={held}
            isChosen
            label={t("form.photo-held")}
            note={t("form.photo-held.note")}
          />
        </div>
      ) : null}
      <input
        id={field.id}
        name={name}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/avif"
        aria-invalid={field.error ? true : undefined}
        aria-describedby={field.describedBy}
        className={`${FIELD_CLASS} file:me-3 file:min-h-9 file:rounded-field file:border-0 file:bg-sea-soft file:px-3 file:font-semibold file:text-sea`}
      />
    </FieldShell>
  );
}
