import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
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

const NONCE = 12;
const TAG = 16;

function sealer(key: string, purpose: string): Buffer {
  return createHmac("sha256", key).update(`seal\u0000${purpose}`).digest();
}

/** AES-256-GCM; the nonce goes before, the tag behind it. */
function seal(key: Buffer, text: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

function open(key: Buffer, sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < NONCE + TAG) return null;
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE));
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

export function cryptoSecrets(key: string): Secrets {
  return {
    token: () => randomBytes(32).toString("base64url"),
    spokenCode: () => signs(16),
    shortCode: signs,
    seal: (purpose, text) => seal(sealer(key, purpose), text),
    open: (purpose, sealed) => open(sealer(key, purpose), sealed),
    hash: (purpose, text) => createHmac("sha256", key).update(`${purpose}\u0000${text}`).digest("base64url"),
  };
}
