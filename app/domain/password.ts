import { z } from "zod";
import { isCommonPassword } from "./common-passwords.ts";
import { countSigns } from "./plain-text.ts";

export const PASSWORD_MIN_SIGNS = 8;
export const PASSWORD_MAX_SIGNS = 128;

export type PasswordProblem = "password-short" | "password-long" | "password-common" | "password-yours";

/** What a password must not repeat. */
export type Owner = { name: string; phone: string | null; email: string | null };

/**
 * Length alone makes a password good: no rules about which signs it holds. Refused is what is tried first: common ones, and the
 * person's own number, address or name. Counted in code points.
 * @returns the reason against it, or null
 */
export function passwordProblem(password: string, owner: Owner): PasswordProblem | null {
  const signs = countSigns(password);
  if (signs < PASSWORD_MIN_SIGNS) return "password-short";
  if (signs > PASSWORD_MAX_SIGNS) return "password-long";
  if (isCommonPassword(password)) return "password-common";
  return repeatsOwner(password, owner) ? "password-yours" : null;
}

function repeatsOwner(password: string, { name, phone, email }: Owner): boolean {
  const plain = password.normalize("NFKC").toLowerCase();
  const digits = plain.replace(/[^0-9]/g, "");
  const national = phone?.replace(/^\+62/, "");
  if (national && digits.includes(national)) return true;
  const mailbox = email?.split("@")[0] ?? "";
  if (email && (plain.includes(email) || (mailbox.length >= 4 && plain.includes(mailbox)))) return true;
  const whole = name.normalize("NFKC").toLowerCase();
  const words = [whole, whole.replace(/\s+/g, ""), ...whole.split(/[\s.,]+/)];
  return words.some((word) => countSigns(word) >= 4 && plain.includes(word));
}

/** A password as typed, composed (NFC) so that two keyboards that write "é" differently agree. */
export const PasswordText = z
  .string()
  .min(1, { error: "required" })
  .max(1000, { error: "password-long" })
  .transform((text) => text.normalize("NFC"));
