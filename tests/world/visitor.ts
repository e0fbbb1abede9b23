/** One browser: it keeps cookies, follows nothing by itself, and sends forms as pages do. */
export type Visitor = {
  origin: string;
  cookies: Map<string, string>;
  ask: (path: string, init?: Ask) => Promise<Answer>;
  post: (path: string, fields: Fields, headers?: Record<string, string>) => Promise<Answer>;
};

export type Fields = Iterable<readonly [string, string | Blob]>;
type Ask = {
  method?: string;
  headers?: Record<string, string>;
  body?: string | FormData | URLSearchParams | Uint8Array<ArrayBuffer>;
};
export type Answer = { status: number; headers: Headers; text: string; location: string | null; ms: number };

/** Longer than this and a person gives up; the test says "hung". */
const PATIENCE_MS = 20_000;

export function openVisitor(origin: string): Visitor {
  const cookies = new Map<string, string>();
  async function ask(path: string, { method = "GET", headers = {}, body }: Ask = {}): Promise<Answer> {
    const started = performance.now();
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(path.startsWith("http") ? path : origin + path, {
      method,
      redirect: "manual",
      headers: { Accept: "text/html", ...(cookie ? { Cookie: cookie } : {}), ...headers },
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === undefined ? {} : { body }),
    });
    const text = await answer.text();
    for (const line of answer.headers.getSetCookie()) keep(cookies, line);
    const location = answer.headers.get("location");
    return { status: answer.status, headers: answer.headers, text, location, ms: performance.now() - started };
  }
  return {
    origin,
    cookies,
    ask,
    post: (path, fields, headers = {}) => {
      const all = [...fields];
      return ask(path, { method: "POST", headers: { Origin: origin, ...headers }, body: bodyOf(all) });
    },
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = "", ...attributes] = line.split(";");
  const at = pair.indexOf("=");
  const name = pair.slice(0, at);
  if (attributes.some((attribute) => attribute.trim().toLowerCase() === "max-age=0")) cookies.delete(name);
  else cookies.set(name, pair.slice(at + 1));
}

/** Letters alone go as a link's query does, a file as multipart. */
function bodyOf(fields: (readonly [string, string | Blob])[]): FormData | URLSearchParams {
  if (fields.some(([, value]) => value instanceof Blob)) {
    const form = new FormData();
    for (const [name, value] of fields)
      value instanceof Blob ? form.append(name, value, "foto.jpg") : form.append(name, value);
    return form;
  }
  return new URLSearchParams(fields.map(([name, value]) => [name, String(value)]));
}

/** Signs in as pages do; throws when it did not work. */
export async function signIn(visitor: Visitor, { phone, password }: { phone: string; password: string }) {
  const answer = await visitor.post("/sign-in", [
    ["contact", phone],
    ["password", password],
    ["next", "/account"],
  ]);
  if (answer.status !== 302 && answer.status !== 303) throw new Error(`no sign-in for ${phone}: ${answer.status}`);
  return answer;
}
