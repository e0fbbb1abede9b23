import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { Busboy, type BusboyFileStream } from "@fastify/busboy";

type Sent = {
  body: ReadableStream;
  type: string;
  /** Bytes: a file keeps one more than so many, which is enough for whoever refuses it to say why. */
  fileAtMost: number;
};

/**
 * A form whose files are larger than anybody takes, read as it comes and cut: all that was typed, and of each file no more than shows that
 * it is too large. So it reaches the page it came from, which shows it again. Null when it is no form.
 */
export async function cutUploads({ body, type, fileAtMost }: Sent): Promise<{ body: Buffer; type: string } | null> {
  const form = new FormData();
  const files: Promise<void>[] = [];
  try {
    const reader = Busboy({ headers: { "content-type": type }, limits: { fileSize: fileAtMost + 1, parts: 20_000 } });
    reader.on("field", (name, text) => form.append(name, text));
    reader.on("file", (name, file, filename) => {
      files.push(whole(file).then((bytes) => form.append(name, new Blob([bytes]), filename)));
    });
    await pipeline(Readable.fromWeb(body), reader);
    await Promise.all(files);
  } catch {
    return null;
  }
  const answer = new Response(form);
  return { body: Buffer.from(await answer.arrayBuffer()), type: answer.headers.get("content-type") ?? type };
}

async function whole(file: BusboyFileStream): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
