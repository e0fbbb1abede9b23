/** Randomness and keyed hashes. */
export interface Secrets {
  /** 256 random bits, for a cookie or a link. */
  token(): string;
  /** A code that can be read out over the phone: 16 characters without look-alikes, 78 bits. */
  spokenCode(): string;
  /** A few letters and digits without look-alikes, for an order number; not a secret. */
  shortCode(length: number): string;
  /** What must be readable again but not from a stolen copy of the database: an account's number. The same text seals differently each time. */
  seal(purpose: string, text: string): string;
  /** What was sealed for that purpose; null for anything else. */
  open(purpose: string, sealed: string): string | null;
  /** Keyed hash: what is stored instead of a token or code. */
  hash(purpose: string, text: string): string;
}
