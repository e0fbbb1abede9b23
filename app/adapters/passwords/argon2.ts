import { hash, verify } from "@node-rs/argon2";
import { turnstile } from "../turnstile.ts";
import type { Passwords } from "./port.ts";

// OWASP's and ASVS's argon2id figures (argon2id is the library's default). Two at a time: they share the thread pool with every file read.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 2;

/** Of random bytes that nobody kept, at the same cost as every other. */
const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$LRdnDgnIEoUtjPMUD4xfOA$WfJDOaV9KogKqiYGXjIdHyiPtNYWXBsKg3O6ZLJqB8o";

const inTurn = turnstile(AT_ONCE);

export const argon2Passwords: Passwords = {
  nobodysHash: NOBODYS_HASH,
  hash: (password) => inTurn(() => hash(password, COST)),
  verify: (stored, password) => inTurn(() => verify(stored, password).catch(() => false)),
};
