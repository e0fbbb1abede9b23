/** So many tries in a window; the next one is refused unseen, and a refused one makes the wait no longer. */
export type TryLimit = { hits: number; windowMinutes: number };

export const TRY_LIMITS = {
  /** The sixth wrong password for one account within a quarter of an hour is answered with "wait". */
  signInPerAccount: { hits: 5, windowMinutes: 15 },
  /** Wide: a whole village may share one address. */
  signInPerAddress: { hits: 300, windowMinutes: 15 },
  signUpPerAddress: { hits: 300, windowMinutes: 60 },
  /** How often one address may learn that a number has an account. */
  takenPerAddress: { hits: 30, windowMinutes: 60 },
  resetPerAccount: { hits: 5, windowMinutes: 15 },
  resetPerAddress: { hits: 100, windowMinutes: 15 },
  /** Asking for one's own password again, before something weighty. */
  ownPassword: { hits: 5, windowMinutes: 15 },
  /** Wrong codes for one payout: then a signed slip is the way. */
  payoutCode: { hits: 5, windowMinutes: 60 },
  joinPerPerson: { hits: 20, windowMinutes: 15 },
} as const satisfies Record<string, TryLimit>;
