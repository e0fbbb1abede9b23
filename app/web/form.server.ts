import { json } from "@remix-run/node";
import { z } from "zod";
import type { FieldErrors } from "#app/domain/result.ts";

/** What a form shows again when it was refused: nothing typed is lost. Never holds a password. */
export type FormState = { errors: FieldErrors; values: Record<string, string[]> };

export type Read<T> =
  | ({ ok: true; value: T; values: FormState["values"] } & Files)
  | ({ ok: false; state: FormState; status: number } & Files);

type Files = {
  files: Map<string, File[]>;
  /** The id under which the form's photo is held since it was refused before: see held-photo.server.ts. */
  heldPhoto: string | null;
};

function broken(): { ok: false; state: FormState; status: number } & Files {
  const state = { errors: { form: "form-broken" }, values: {} };
  return { ok: false, status: 400, state, files: new Map(), heldPhoto: null };
}

const SECRET_FIELDS = /password|code/i;

/**
 * Reads a form's fields by the names the schema knows (others are ignored), and checks them.
 * A field is a list only where the schema has an array. The schema's messages are reasons: see app/i18n `reason.…`.
 */
export async function readForm<Shape extends z.ZodRawShape>(
  request: Request,
  schema: z.ZodObject<Shape>,
): Promise<Read<z.output<z.ZodObject<Shape>>>> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    return broken();
  }
  // PostgreSQL keeps no zero byte, and nobody types one.
  for (const part of form.values()) if (typeof part === "string" && part.includes("\0")) return broken();
  const raw: Record<string, string | string[] | undefined> = {};
  const values: FormState["values"] = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    const texts = form.getAll(name).filter((part): part is string => typeof part === "string");
    if (!SECRET_FIELDS.test(name)) values[name] = texts;
    raw[name] = isList(field) ? texts : texts[0];
  }
  const files = new Map<string, File[]>();
  for (const [name, part] of form)
    if (typeof part !== "string" && part.size > 0) files.set(name, [...(files.get(name) ?? []), part]);
  const held = form.get("heldPhoto");
  const heldPhoto = typeof held === "string" && /^[\w-]{1,64}$/.test(held) ? held : null;
  const checked = schema.safeParse(raw);
  if (checked.success) return { ok: true, value: checked.data, values, files, heldPhoto };
  return { ok: false, status: 422, state: { errors: errorsOf(checked.error), values }, files, heldPhoto };
}

function isList(field: z.core.$ZodType): boolean {
  if (field instanceof z.ZodArray) return true;
  if (field instanceof z.ZodDefault || field instanceof z.ZodOptional) return isList(field.unwrap());
  if (field instanceof z.ZodPipe) return isList(field.in);
  return false;
}

/** The first reason for each field; a zod message that is not one of our reasons becomes "required" or "invalid". */
export function errorsOf(error: z.ZodError): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of error.issues) {
    const [field = "form", row] = issue.path.map(String);
    // A row of a form of several rows has a box of its own (see rowField in entrustment.ts); several ticks are one field.
    const name = row === undefined || issue.code === "invalid_value" ? field : `${field}-${row}`;
    errors[name] ??= reasonOf(issue);
  }
  return errors;
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (/^[a-z0-9-]+$/.test(issue.message)) return issue.message;
  if (issue.code === "too_big") return "too-long";
  if (issue.code === "too_small" || (issue.code === "invalid_type" && issue.input === undefined)) return "required";
  return "invalid";
}

/** Shows the form again with what was typed. */
export function refused(state: FormState, status = 422) {
  return json(state, { status });
}

/** As {@link refused}, for a use case's "no": the reason stands at its fields, or above the form. */
export function refusedBy(
  answer: { reason: string; fields?: FieldErrors },
  values: FormState["values"],
  status?: number,
) {
  const errors = answer.fields ?? { form: answer.reason };
  return json({ errors, values } satisfies FormState, { status: status ?? (answer.reason === "fields" ? 422 : 409) });
}
