import { z } from "zod";
import { normaliseEmail, normalisePhone } from "./phone.ts";

/** What a person signs in with. */
export type Contact = { phone: string; email: null } | { phone: null; email: string };

/** Reads the one field "phone or e-mail"; null when it is neither. */
export function readContact(text: string): Contact | null {
  if (text.includes("@")) {
    const email = normaliseEmail(text);
    return email ? { phone: null, email } : null;
  }
  const phone = normalisePhone(text);
  return phone ? { phone, email: null } : null;
}

/** The form's field; its reason says what is expected. */
export const ContactField = z
  .string()
  .max(300, { error: "contact" })
  .transform((text, context) => {
    const contact = readContact(text.trim());
    if (contact) return contact;
    context.addIssue({ code: "custom", message: text.trim() === "" ? "required" : "contact" });
    return z.NEVER;
  });

/** A phone number that may stay empty. */
export const OptionalPhone = z
  .string()
  .max(60, { error: "phone" })
  .default("")
  .transform((text, context) => {
    if (text.trim() === "") return null;
    const phone = normalisePhone(text);
    if (phone) return phone;
    context.addIssue({ code: "custom", message: "phone" });
    return z.NEVER;
  });

/** An e-mail address that may stay empty. */
export const OptionalEmail = z
  .string()
  .max(300, { error: "email" })
  .default("")
  .transform((text, context) => {
    if (text.trim() === "") return null;
    const email = normaliseEmail(text);
    if (email) return email;
    context.addIssue({ code: "custom", message: "email" });
    return z.NEVER;
  });
