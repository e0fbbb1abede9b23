import { hash, verify } from "@node-rs/argon2";
import type { Passwords } from "./port.ts";

// OWASP's and ASVS's argon2id figures (argon2id is the library's default). Two at a time: they share the thread pool with every file read.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

export const argon2Passwords: Passwords = {
  hash: (password) => inTurn(() => hash(password, COST)),
  verify: (stored, password) => inTurn(() => verify(stored, password).catch(() => false)),
};
