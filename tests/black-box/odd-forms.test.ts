import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BuiltServer } from "#tests/world/built-server.ts";
import { filledIn, formsOf, linksOf, type PageForm } from "#tests/world/markup.ts";
import { type Role, type SmallMarket, serveSmallMarket, visitorAs } from "#tests/world/small-market.ts";
import type { Visitor } from "#tests/world/visitor.ts";

/** One of each kind of trouble; the whole lists took hours and found no other. */
const ODD_TEXTS = ["1e309", "99999999", "a\0b", "__proto__"];

/** Half of them for each field, its neighbour the other half: what one of them breaks, it breaks in more than one field. */
const oddTextsFor = (at: number): string[] => ODD_TEXTS.filter((_, each) => each % 2 === at % 2);
const HANGS_MS = 15_000;
let server: BuiltServer;
let market: SmallMarket;

beforeAll(async () => {
  ({ market, server } = await serveSmallMarket());
});

afterAll(() => server.stop());

/** Pages that differ only in what they are about look alike; two of each are enough. */
function shapeOf(path: string): string {
  return path.replace(/[?].*/, "?").replace(/(id-\d+|barang-[\w-]+|kelompok-[\w-]+|LB-[\w-]+|PB-[\w-]+|\d+)/g, "X");
}

/** What somebody has sent already: the same form is the same code for whoever comes next. */
const tried = new Set<string>();

/** Every form that can be reached by links and that nobody has tried, once each. */
async function formsWithinReach(visitor: Visitor): Promise<PageForm[]> {
  const { order, group, run } = market;
  const seen = new Map<string, number>();
  const forms = new Map<string, PageForm>();
  const queue = ["/", "/account", "/desk", "/operate", "/runs", "/deliveries", "/checkout", "/operate/network"];
  queue.push(
    `/orders/${order.number}`,
    `/books/${group.slug}`,
    `/desk/${group.slug}`,
    `/runs/${run.code}`,
    "/operate/payments",
  );
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const times = seen.get(shapeOf(path)) ?? 0;
    seen.set(shapeOf(path), times + 1);
    if (times > 0) continue;
    const { status, text } = await visitor.ask(path);
    expect(`${path} ${status < 500 ? "fine" : status}`).toBe(`${path} fine`);
    for (const form of formsOf(text, path)) {
      const names = form.fields.map((field) => field.name).sort();
      const key = `${form.method} ${shapeOf(form.action)} ${names}`;
      if (!tried.has(key)) forms.set(key, form);
      tried.add(key);
    }
    queue.push(...linksOf(text));
  }
  return [...forms.values()];
}

const isLastWord = ({ action }: PageForm): boolean => /\/(sign-out|sessions|language|password|suspend)$/.test(action);

/** What each form is sent: nothing, each field odd in turn, and everything a file. */
function* attemptsOn(form: PageForm): Generator<[string, [string, string | Blob][]]> {
  const base = filledIn(form);
  yield ["nothing", []];
  yield ["files", form.fields.map(({ name }) => [name, new Blob(["x"])])];
  for (const [at, { name, type }] of form.fields.entries()) {
    if (type === "file") continue;
    yield [`${name} twice`, [...base, [name, "a"], [name, "b"]]];
    for (const text of type === "submit" ? ["constructor"] : oddTextsFor(at))
      yield [`${name}=${text.slice(0, 20)}`, [...base.filter(([other]) => other !== name), [name, text]]];
  }
}

describe.each<Role>(["guest", "buyer", "chair", "treasurer", "operator"])("what a %s can send", (role) => {
  it("never breaks the server, whatever stands in a field", { timeout: 300_000 }, async () => {
    const visitor = await visitorAs(market, role, server.origin);
    const forms = (await formsWithinReach(visitor)).filter((form) => !isLastWord(form));
    expect(forms.length).toBeGreaterThan(0);
    const wrong: string[] = [];
    for (const form of forms)
      for (const [what, fields] of attemptsOn(form)) {
        const words = fields.map(([name, value]): [string, string] => [name, String(value)]);
        const answer =
          form.method === "get"
            ? await visitor.ask(`${form.action.split("?")[0]}?${new URLSearchParams(words)}`.slice(0, 7_900))
            : await visitor.post(form.action, fields);
        if (answer.status >= 500 || answer.ms > HANGS_MS) wrong.push(`${form.action}: ${what}: ${answer.status}`);
      }
    expect(wrong).toEqual([]);
    expect((await visitor.ask("/listings")).status).toBe(200);
  });
});
