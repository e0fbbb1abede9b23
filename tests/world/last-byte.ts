import { connect, type Socket } from "node:net";

export type RawRequest = {
  port: number;
  path: string;
  cookie?: string;
  form: Iterable<readonly [string, string]>;
};

export type RawAnswer = { status: number; headers: string; body: string };

type Held = { socket: Socket; last: Buffer; answer: Promise<RawAnswer> };

/**
 * Sends each request but for its last byte, waits until all stand there, and then lets all go at once: requests that merely start
 * together are answered one after the other and hide a race.
 */
export async function postAllAtOnce(requests: readonly RawRequest[]): Promise<RawAnswer[]> {
  const held = await Promise.all(requests.map(hold));
  // Whatever the kernel still buffers arrives meanwhile.
  await new Promise((wake) => setTimeout(wake, 500));
  for (const { socket, last } of held) socket.write(last);
  return Promise.all(held.map((each) => each.answer));
}

function hold({ port, path, cookie, form }: RawRequest): Promise<Held> {
  const body = new URLSearchParams([...form].map(([name, value]) => [name, value])).toString();
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Origin: http://127.0.0.1:${port}`,
    "Content-Type: application/x-www-form-urlencoded",
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(cookie ? [`Cookie: ${cookie}`] : []),
    "Accept: text/html",
    "Connection: close",
    "",
    "",
  ].join("\r\n");
  const bytes = Buffer.from(head + body);
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    const answer = new Promise<RawAnswer>((resolveAnswer, rejectAnswer) => {
      const chunks: Buffer[] = [];
      socket.on("data", (chunk) => chunks.push(chunk));
      socket.on("close", () => resolveAnswer(parse(Buffer.concat(chunks).toString("utf8"))));
      socket.on("error", rejectAnswer);
    });
    // Who waits for the answer hears of its failure; until then it must not end the process.
    answer.catch(() => undefined);
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.write(bytes.subarray(0, -1), () => resolve({ socket, last: bytes.subarray(-1), answer }));
    });
  });
}

function parse(text: string): RawAnswer {
  const end = text.indexOf("\r\n\r\n");
  const headers = text.slice(0, end);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(headers)?.[1] ?? 0);
  return { status, headers, body: text.slice(end + 4) };
}
