/**
 * Indonesian mobile and landline numbers as people write them ("0812-3456-7890", "62 812…", "+62 (812) …", "812…")
 * brought to +62 and digits.
 * @returns the number in E.164 form, or null when it is not an Indonesian number
 */
export function normalisePhone(text: string): string | null {
  const bare = text.replace(/[\s\-().\u00a0]/g, "");
  const digits = /^\+?[0-9]+$/.test(bare) ? bare.replace(/^\+/, "") : null;
  if (!digits) return null;
  let national = digits;
  if (digits.startsWith("62")) national = digits.slice(2);
  else if (bare.startsWith("+")) return null;
  national = national.replace(/^0/, "");
  return /^[1-9][0-9]{7,11}$/.test(national) ? `+62${national}` : null;
}

/** Reads an e-mail address: trimmed, lower case; null when it is not one. */
export function normaliseEmail(text: string): string | null {
  const email = text.trim().toLowerCase();
  return email.length <= 254 && /^[^\s@<>"',;:\\]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(email) ? email : null;
}

/** "+6281234567890" → "0812-3456-7890", as people read it out. */
export function readablePhone(phone: string): string {
  const national = phone.startsWith("+62") ? `0${phone.slice(3)}` : phone;
  return national.replace(/^(\d{4})(\d{4})(\d+)$/, "$1-$2-$3");
}
