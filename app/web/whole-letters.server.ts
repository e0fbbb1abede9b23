import { Transform } from "node:stream";

/**
 * React 18 sends its buffer of 2,048 bytes whole even where a letter of several bytes did not fit at its end: the rest is zero bytes, which a
 * browser shows, and sends back from a field, as �. No page holds a zero byte of its own, so all of them are left out.
 */
export function withoutZeroBytes(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? Buffer.from(chunk.filter((byte) => byte !== 0)) : chunk);
    },
  });
}
