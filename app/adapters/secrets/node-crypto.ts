import { createHmac, randomBytes } from "node:crypto";
import type { Secrets } from "./port.ts";

// Without 0/O, 1/I/L and U: 30 signs that survive handwriting and a bad line.
const SIGNS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

function signs(length: number): string {
  let text = "";
  while (text.length < length) {
    const byte = randomBytes(1)[0] ?? 255;
    // Refusing the uneven tail keeps every sign equally likely.
    if (byte < 256 - (256 % SIGNS.length)) text += SIGNS[byte % SIGNS.length];
  }
  return text;
}

export function cryptoSecrets(key: string): Secrets {
  return {
    token: () => randomBytes(32).toString("base64url"),
    spokenCode: () => signs(16),
    shortCode: signs,
    hash: (purpose, text) => createHmac("sha256", key).update(`${purpose}\u0000${text}`).digest("base64url"),
  };
}
