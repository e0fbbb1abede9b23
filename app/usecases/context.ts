import type { MailSender } from "#app/adapters/messages/port.ts";
import type { Papers } from "#app/adapters/papers/port.ts";
import type { Passwords } from "#app/adapters/passwords/port.ts";
import type { Payments } from "#app/adapters/payments/port.ts";
import type { Photos } from "#app/adapters/photos/port.ts";
import type { Pictures } from "#app/adapters/pictures/port.ts";
import type { Regions } from "#app/adapters/regions/port.ts";
import type { Secrets } from "#app/adapters/secrets/port.ts";
import type { Sheets } from "#app/adapters/sheets/port.ts";
import type { Locale } from "#app/domain/locale.ts";
import type { Actor } from "#app/domain/permissions.ts";

/** All that a use case knows of the world: who asks, what time it is, and the outside as ports. */
export type Context = {
  actor: Actor;
  locale: Locale;
  now: Date;
  newId: () => string;
  /** Absolute links are built from this alone. */
  origin: string;
  /** Made-up people and money: a banner says so on each page. */
  isDemo: boolean;
  passwords: Passwords;
  secrets: Secrets;
  payments: Payments;
  /** Null where no mail server is set: people read their inbox. */
  mail: MailSender | null;
  photos: Photos;
  pictures: Pictures;
  papers: Papers;
  sheets: Sheets;
  regions: Regions;
};
