import { config } from "#app/context.server.ts";
import { type Contact, readContact } from "#app/domain/contact.ts";
import { RESET_CODE_HOURS } from "#app/domain/reset-code.ts";
import type { Arguments } from "./lumbung.ts";

/** Who --phone or --email means. */
export function contactOf({ phone, email }: Arguments): Contact {
  const contact = readContact(String(phone ?? email ?? ""));
  if (!contact) throw new Error("--phone must be an Indonesian number (08… or +62…), or --email an e-mail address");
  return contact;
}

export function printCode(code: string): void {
  const spoken = code.match(/.{1,4}/g)?.join("-") ?? code;
  console.log(`One-time code, good for ${RESET_CODE_HOURS} hours: ${spoken}`);
  console.log(`Choose a password with it at ${config().origin}/reset-password`);
}
