import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { isInTransaction } from "#db/transaction.server.ts";
import type { MailSender } from "./adapters/messages/port.ts";
import { smtpMail } from "./adapters/messages/smtp.ts";
import { pdfPapers } from "./adapters/papers/pdf.ts";
import { argon2Passwords } from "./adapters/passwords/argon2.ts";
import { manualPayments } from "./adapters/payments/manual.ts";
import type { Payments } from "./adapters/payments/port.ts";
import { stripePayments } from "./adapters/payments/stripe.ts";
import { sharpPhotos } from "./adapters/photos/sharp.ts";
import { drawnPictures } from "./adapters/pictures/drawn.ts";
import type { Pictures } from "./adapters/pictures/port.ts";
import { idnAreaRegions } from "./adapters/regions/idn-area.ts";
import { cryptoSecrets } from "./adapters/secrets/node-crypto.ts";
import { csvAndXlsx } from "./adapters/sheets/csv-and-xlsx.ts";
import { type Config, readConfig } from "./config.server.ts";
import type { Locale } from "./domain/locale.ts";
import { type Actor, NOBODY } from "./domain/permissions.ts";
import type { Context } from "./usecases/context.ts";

let known: Config | undefined;
let pictures: Pictures | undefined;
const regions = idnAreaRegions();

/** The environment, read once, when the program first needs it. */
export function config(): Config {
  known ??= readConfig(process.env);
  return known;
}

let ways: Payments | undefined;
let sender: MailSender | undefined;

function mail(): MailSender | null {
  const { mail: server } = config();
  if (!server) return null;
  const guard = () => {
    if (isInTransaction()) throw new Error("mail was sent inside a transaction");
  };
  sender ??= smtpMail({ ...server, guard });
  return sender;
}

function payments(): Payments {
  const guard = () => {
    if (isInTransaction()) throw new Error("a payment provider was called inside a transaction");
  };
  const { stripe } = config();
  ways ??= { manual: manualPayments({ guard }), ...(stripe && { stripe: stripePayments({ ...stripe, guard }) }) };
  return ways;
}

/** The one place that plugs the real outside into a Context. */
export function openContext({ actor = NOBODY, locale = "id" }: { actor?: Actor; locale?: Locale } = {}): Context {
  const { dataDir, origin, isDemo, sessionSecret } = config();
  const photos = sharpPhotos({ directory: join(dataDir, "photos") });
  pictures ??= drawnPictures({ directory: join(dataDir, "cards"), photos });
  return {
    actor,
    locale,
    now: new Date(),
    newId: randomUUID,
    origin,
    isDemo,
    passwords: argon2Passwords,
    secrets: cryptoSecrets(sessionSecret),
    payments: payments(),
    mail: mail(),
    photos,
    pictures,
    papers: pdfPapers,
    sheets: csvAndXlsx,
    regions,
  };
}
