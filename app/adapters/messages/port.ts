import type { Locale } from "#app/domain/locale.ts";
import type { MessageFacts, MessageKind } from "#app/domain/message.ts";

export type Mail = {
  /** The message it carries: the same key is the same mail, and its receiver's program may drop the second. */
  key: string;
  to: string;
  locale: Locale;
  kind: MessageKind;
  facts: MessageFacts;
  /** Where on this site the matter stands, and where mail is turned off: absolute. */
  url: string;
  preferencesUrl: string;
};

/** Sends mail; refuses to run inside a transaction. */
export interface MailSender {
  /** @throws MailProblem */
  send(mail: Mail): Promise<{ ref: string }>;
}

/** The mail was not taken. */
export class MailProblem extends Error {
  /** Whether the same mail may be taken later; false: never, for instance because there is no such mailbox. */
  readonly mayRetry: boolean;
  constructor(message: string, { mayRetry, cause }: { mayRetry: boolean; cause?: unknown }) {
    super(message, { cause });
    this.name = "MailProblem";
    this.mayRetry = mayRetry;
  }
}
