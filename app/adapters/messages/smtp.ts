import { createTransport } from "nodemailer";
import { writeMail } from "./mail-text.ts";
import { type Mail, MailProblem, type MailSender } from "./port.ts";

type Server = {
  /** smtp://user:password@host:587 or smtps://… */
  url: string;
  /** "Lumbung <pasar@example.id>" */
  from: string;
  /** Throws when the caller holds a transaction open. */
  guard: () => void;
};

const PATIENCE_MS = 15_000;

/** Mail by any SMTP server. The message's id is made of the key, so that one that was sent twice can be told to be the same. */
export function smtpMail({ url, from, guard }: Server): MailSender {
  const patience = {
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  };
  const transport = createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true });
  const host = /@([\w.-]+)/.exec(from)?.[1] ?? "lumbung.invalid";
  return {
    async send(mail: Mail) {
      guard();
      const messageId = `<${mail.key.replace(/[^\w.-]/g, "-")}@${host}>`;
      try {
        await transport.sendMail({ from, to: mail.to, messageId, ...writeMail(mail), ...HEADERS });
        return { ref: messageId };
      } catch (cause) {
        throw problemOf(cause);
      }
    },
  };
}

/** No vacation notice answers a machine. */
const HEADERS = { headers: { "Auto-Submitted": "auto-generated" } };

function problemOf(cause: unknown): MailProblem {
  const code = cause instanceof Error && "responseCode" in cause ? Number(cause.responseCode) : 0;
  // 5xx is a no to this mail; what concerns our own sign-in at the server may be mended.
  const isRefused = code >= 500 && code < 600 && ![530, 534, 535, 538].includes(code);
  const said = cause instanceof Error ? cause.message : "unknown";
  return new MailProblem(said.slice(0, 300), { mayRetry: !isRefused, cause });
}
