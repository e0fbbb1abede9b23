/**
 * What a use case answers. A "no" that people can meet is a value with a reason, never an exception;
 * every reason has a sentence in app/i18n under `reason.…`.
 */
export type Refused<Reason extends string> = { ok: false; reason: Reason; fields?: FieldErrors };
export type Result<Value, Reason extends string> = ({ ok: true } & Value) | Refused<Reason>;

/** Field name → reason. */
export type FieldErrors = Record<string, string>;

export function refuse<Reason extends string>(reason: Reason, fields?: FieldErrors): Refused<Reason> {
  return fields ? { ok: false, reason, fields } : { ok: false, reason };
}

/** Thrown to undo a transaction in which something was written already, with the reason for whoever asked. */
export class Undoing<Reason extends string> extends Error {
  readonly reason: Reason;
  constructor(reason: Reason) {
    super(reason);
    this.reason = reason;
  }
}
