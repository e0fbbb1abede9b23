import { afterAll, beforeAll, expect, it } from "vitest";
import type { BuiltServer } from "#tests/world/built-server.ts";
import { sendRaw } from "#tests/world/raw-request.ts";
import { type SmallMarket, serveSmallMarket } from "#tests/world/small-market.ts";
import { openVisitor } from "#tests/world/visitor.ts";

let server: BuiltServer;
let market: SmallMarket;

beforeAll(async () => {
  ({ market, server } = await serveSmallMarket());
});

afterAll(() => server.stop());

/** The request line, more headers, the body; Host is ours unless the headers bring one. */
type Odd = { line: string; headers?: string[]; body?: string };

async function statusOf({ line, headers = [], body = "" }: Odd): Promise<number> {
  const own = headers.some((header) => /^host:/i.test(header)) ? [] : [`Host: 127.0.0.1:${server.port}`];
  const head = [line, ...own, "Connection: close", ...headers].join("\r\n");
  const answer = await sendRaw(server.port, `${head}\r\n\r\n${body}`);
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? (answer === "" ? 0 : -1));
}

const own = (): string => `Origin: ${server.origin}`;

it.each<[number, Odd]>([
  [400, { line: "GET /%E0%A4%A HTTP/1.1" }],
  [400, { line: "GET /%00 HTTP/1.1" }],
  [400, { line: "GET //evil.test/ HTTP/1.1" }],
  [200, { line: "GET /.%2e/ HTTP/1.1" }],
  [404, { line: "GET /assets/..%2f..%2f..%2fpackage.json HTTP/1.1" }],
  [404, { line: "GET /.git/config HTTP/1.1" }],
  [404, { line: "GET /__manifest?p=/ HTTP/1.1" }],
  [405, { line: "TRACE / HTTP/1.1" }],
  [405, { line: "PROPFIND / HTTP/1.1" }],
  [405, { line: "DELETE /basket HTTP/1.1" }],
  [204, { line: "OPTIONS / HTTP/1.1" }],
  [200, { line: "HEAD /listings HTTP/1.1" }],
  [400, { line: "FOO / HTTP/1.1" }],
  [200, { line: "GET / HTTP/1.0" }],
  [400, { line: "GET / HTTP/1.1", headers: ["Host: evil.test"] }],
  [400, { line: "GET / HTTP/1.1", headers: ["Host: a b"] }],
  [400, { line: "GET / HTTP/1.1", headers: ["Host: a:99999"] }],
  [200, { line: "GET / HTTP/1.1", headers: ["X-Forwarded-Host: a:99999"] }],
  [400, { line: "POST /basket HTTP/1.1", headers: ["Content-Length: 4", "Transfer-Encoding: chunked"] }],
  [400, { line: "POST /sign-in HTTP/1.1", headers: ["Transfer-Encoding: chunked"], body: "zz\r\n" }],
  [414, { line: `GET /?q=${"x".repeat(8_200)} HTTP/1.1` }],
  [431, { line: `GET /?q=${"x".repeat(65_000)} HTTP/1.1` }],
  [200, { line: "GET / HTTP/1.1", headers: ["Cookie: __proto__=1; lumbung_session=%E0%A4%A; lumbung_basket=e30="] }],
  [403, { line: "POST /sign-in HTTP/1.1", headers: ["Origin: null", "Content-Length: 0"] }],
  [403, { line: "POST /sign-in HTTP/1.1", headers: ["Content-Length: 0"] }],
  [403, { line: "GET /?_data=__proto__ HTTP/1.1" }],
  [403, { line: "GET /?_data=routes/operate/see-operations HTTP/1.1" }],
])("answers %d to %j", async (status, odd) => {
  expect(await statusOf(odd)).toBe(status);
});

const FORM = "Content-Type: application/x-www-form-urlencoded";
const MULTIPART = "Content-Type: multipart/form-data";

it.each<[string, string]>([
  ["", ""],
  ["Content-Type: text/plain", "a=1"],
  ["Content-Type: application/json", '{"__proto__":{"x":1}}'],
  ["Content-Type: ;;/", "a=1"],
  [MULTIPART, "x"],
  [`${MULTIPART}; boundary=${"b".repeat(1000)}`, "x"],
  [`${MULTIPART}; boundary=bb`, '--bb\r\nContent-Disposition: form-data; name="contact"\r\n\r\nhalf'],
  [
    `${MULTIPART}; boundary=bb`,
    '--bb\r\nContent-Disposition: form-data; name="contact"; filename="a"\r\n\r\nx\r\n--bb--\r\n',
  ],
  [FORM, "%"],
  [FORM, "contact=%00&password=%00"],
  [FORM, "contact=a%00b&password=a%00b&next=%00"],
  [FORM, "contact=%ED%A0%80&password=%ED%A0%80"],
  [FORM, "__proto__.x=1&constructor.prototype.x=1&a[b]=1&contact[]=1"],
  [FORM, "contact=1&contact=2&password=1&password=2"],
  [`${FORM}\r\n${MULTIPART}`, "a=1"],
])("a body of %s that reads %j gets a plain no", async (type, body) => {
  const headers = [own(), `Content-Length: ${Buffer.byteLength(body)}`, ...(type ? [type] : [])];
  for (const path of ["/sign-in", "/basket", "/checkout", "/track", "/language", "/reset-password"]) {
    const status = await statusOf({ line: `POST ${path} HTTP/1.1`, headers, body });
    expect(`${path} ${status >= 200 && status < 500 ? "fine" : status}`).toBe(`${path} fine`);
  }
});

const QUERIES = [
  ...["page=-1", "page=1e309", "page=9999999999999999999", "page=abc", "page=0.5", "q=%00", "q=a%00b", "q=%ED%A0%80"],
  ...["q=%22%22%22", "q=NEAR(", "q=*", "q='", "q=-", "q=AND", "kind=__proto__", "sort=toString", "sort=%00"],
  ...["place=%00", "place=21%00", "group=constructor", "priceFrom=1e400", "priceTo=%00", "month=2026-13", "next=%00"],
  ...[
    "failed=__proto__",
    "failed=%00",
    "amount=%00",
    "village=%00",
    "villageCode=%00",
    "provinceCode=%00",
    "savingAs=%00",
  ],
];

it.each(QUERIES)("?%s is taken for nothing, on every page that reads its query", async (query) => {
  const { group, order } = market;
  const visitor = openVisitor(server.origin);
  const paths = [
    "/listings",
    "/groups",
    `/groups/${group.slug}`,
    "/sign-in",
    "/sign-up",
    "/checkout",
    `/orders/${order.number}`,
  ];
  for (const path of paths) {
    const { status } = await visitor.ask(`${path}?${query}`);
    expect(`${path} ${status < 500 ? "fine" : status}`).toBe(`${path} fine`);
  }
});

it.each([
  ...["//evil.test", "///evil.test", "/\\evil.test", "\\\\evil.test", "https:evil.test", "https://evil.test"],
  ...["/\t/evil.test", "/..//evil.test", "/./\\/evil.test", "javascript:alert(1)", "data:text/html,x", "@evil.test"],
  ...[".evil.test", "/a\r\nX: 1", "http://127.0.0.1@evil.test", "", `/${"a".repeat(10_000)}`],
])("does not follow next=%j away from here", async (next) => {
  const visitor = openVisitor(server.origin);
  const { location } = await visitor.post("/language", [
    ["locale", "en"],
    ["next", next],
  ]);
  expect(location).toBe("/");
  const page = await visitor.ask(`/sign-in?next=${encodeURIComponent(next)}`.slice(0, 7_000));
  expect(page.text).toContain('name="next" value="/start"');
});

it("builds no address from what a client says of the host", async () => {
  const told = { "X-Forwarded-Host": "evil.test", "X-Forwarded-Proto": "https", Forwarded: "host=evil.test" };
  const { group, listing } = market;
  for (const path of ["/", `/groups/${group.slug}`, `/listings/${listing.slug}`, "/account"]) {
    const answer = await openVisitor(server.origin).ask(path, { headers: told });
    expect(answer.text + answer.location).not.toContain("evil.test");
  }
});

it("sends every page with its own nonce, and with headers that keep it from frames, sniffing and caches", async () => {
  const visitor = openVisitor(server.origin);
  const nonces = new Set<string>();
  const paths = ["/", "/listings", "/nothing-here", "/sign-in", "/basket", "/%00"];
  for (const path of paths) {
    const { headers, text } = await visitor.ask(path);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).toMatch(/object-src 'none'/);
    expect(policy).toMatch(/base-uri 'none'/);
    expect(policy).not.toMatch(/unsafe-/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("cache-control")).toMatch(/no-store/);
    expect(headers.get("content-type")).toMatch(/^text\/html; charset=utf-8/i);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    nonces.add(nonce);
    for (const [, said] of text.matchAll(/<script[^>]*nonce="([^"]*)"/g)) expect(said).toBe(nonce);
  }
  expect(nonces.size).toBe(paths.length);
});

it("lets the next visitor in after all that", async () => {
  expect((await openVisitor(server.origin).ask("/listings")).text).toContain(market.listing.name);
});

it("shows light or dark as it was chosen, and leaves letters and large photos out for whoever saves data", async () => {
  const visitor = openVisitor(server.origin);
  const first = await visitor.ask("/listings");
  expect(first.text).toContain('data-theme="device"');
  expect(first.text).not.toContain("data-saver");
  expect((await visitor.ask("/listings", { headers: { "Save-Data": "on" } })).text).toMatch(/<html[^>]* data-saver/);

  const chosen = await visitor.post("/display", [
    ["next", "/listings"],
    ["theme", "dark"],
  ]);
  expect(chosen).toMatchObject({ status: 302, location: "/listings" });
  await visitor.post("/display", [["savesData", "yes"]]);
  const dark = await visitor.ask("/listings");
  expect(dark.text).toMatch(/<html[^>]* data-theme="dark" data-saver/);
  expect(dark.text).not.toContain("srcSet");
  await visitor.post("/display", [["savesData", "no"]]);
  expect((await visitor.ask("/listings")).text).toMatch(/<html[^>]* data-theme="dark">/);
  expect((await visitor.post("/display", [["theme", "pink"]])).status).toBe(302);
  expect((await visitor.ask("/nothing-here")).text).toContain('data-theme="dark"');
});
