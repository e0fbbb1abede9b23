import { Form } from "@remix-run/react";
import { createContext, type ReactNode, useContext, useId } from "react";
import { reasonText } from "#app/i18n/translate.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ErrorSummary } from "./error-summary.tsx";

/** What the server says about a form: see app/web/form.server.ts. */
type State = { errors: Record<string, string>; values: Record<string, string[]> };

type Frame = { state: State | undefined; defaults: Record<string, string | number | null | undefined>; prefix: string };

const FrameContext = createContext<Frame>({ state: undefined, defaults: {}, prefix: "f" });

type FormFrameProps = {
  /** The action's answer, when the form was refused. */
  state?: State | undefined;
  /** What the fields hold at first. */
  defaults?: Frame["defaults"];
  action?: string;
  method?: "post" | "get";
  /** For forms with photos. */
  multipart?: boolean;
  className?: string;
  /** What the form does, in a few words: then a phone without a line keeps it and sends it later (public/send-later.js). Never for money. */
  later?: string | undefined;
  children: ReactNode;
};

/**
 * A form that works without JavaScript. After a refusal it shows a summary that links to each bad field,
 * and every field below finds its own value and error by its name.
 */
export function FormFrame({
  state,
  defaults = {},
  action,
  method = "post",
  multipart,
  className = "grid gap-5",
  later,
  children,
}: FormFrameProps) {
  const prefix = useId().replaceAll(":", "");
  return (
    <FrameContext.Provider value={{ state, defaults, prefix }}>
      <Form
        method={method}
        {...(action ? { action } : {})}
        {...(multipart ? { encType: "multipart/form-data" } : {})}
        noValidate
        className={className}
        data-later={later}
        reloadDocument
      >
        <ErrorSummary errors={state?.errors ?? {}} prefix={prefix} />
        {children}
      </Form>
    </FrameContext.Provider>
  );
}

/** For a field of any shape: its id, what it holds, its error, and what to put in aria-describedby. */
export function useField(name: string, hint: boolean) {
  const { state, defaults, prefix } = useContext(FrameContext);
  const { t } = useWords();
  const id = `${prefix}-${name}`;
  const reason = state?.errors[name];
  const typed = state?.values[name];
  const fallback = defaults[name];
  return {
    id,
    value: typed?.[0] ?? (fallback === null || fallback === undefined ? "" : String(fallback)),
    values: typed ?? (fallback === null || fallback === undefined ? [] : [String(fallback)]),
    error: reason ? reasonText(t, reason) : null,
    describedBy: [hint ? `${id}-hint` : "", reason ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined,
  };
}

/** What was typed under a name before the form was refused; undefined when the form is shown for the first time. */
export function useTyped(name: string): string[] | undefined {
  return useContext(FrameContext).state?.values[name];
}

export const FIELD_CLASS =
  "block w-full min-h-11 rounded-field border-2 border-edge bg-card px-3 py-2 text-base text-ink aria-invalid:border-clay disabled:cursor-not-allowed disabled:border-line disabled:bg-sand disabled:text-quiet";

/** What is wrong with a field, where aria-describedby finds it. */
export function FieldError({ field: { id, error } }: { field: { id: string; error: string | null } }) {
  if (!error) return null;
  return (
    <p id={`${id}-error`} className="font-semibold text-clay">
      <span aria-hidden="true">▲ </span>
      {error}
    </p>
  );
}

type FieldShellProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error: string | null;
  optional?: boolean | undefined;
  children: ReactNode;
};

/** Label above, hint, error, then the control: nothing is said by colour alone. */
export function FieldShell({ id, label, hint, error, optional, children }: FieldShellProps) {
  const { t } = useWords();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
        {optional ? <span className="font-normal text-quiet"> ({t("form.optional")})</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-quiet">
          {hint}
        </p>
      ) : null}
      <FieldError field={{ id, error }} />
      {children}
    </div>
  );
}
