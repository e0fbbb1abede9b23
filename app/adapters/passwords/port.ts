/** Slow on purpose: callers must not hold a transaction while they wait. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** What to verify against when there is no such person: costs as much as any other, and no password fits. */
  readonly nobodysHash: string;
  verify(hash: string, password: string): Promise<boolean>;
}
