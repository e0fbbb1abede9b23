import { expect, type Page, test } from "@playwright/test";
import { type Person, phoneOf } from "./people.ts";

const KB = 1000;
/** With everything but the photos of goods and groups: what a page asks of a slow line and a small purse. */
const PUBLIC_AT_MOST = 60 * KB;
const WORK_AT_MOST = 130 * KB;
const GROUP = "butik-seri-dompak";

type Load = { path: string; status: number; bytes: number; encoding: string; cache: string };
type Weighed = { bytes: number; photos: number; loads: Load[] };

/** Opens a page as somebody who was never here before, and weighs all that comes over the wire. */
async function weigh(page: Page, path: string): Promise<Weighed> {
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  await wire.send("Network.clearBrowserCache");
  const loads = new Map<string, Load>();
  wire.on("Network.responseReceived", ({ requestId, response }) => {
    const headers = new Map(Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), value]));
    loads.set(requestId, {
      path: new URL(response.url).pathname,
      status: response.status,
      bytes: 0,
      encoding: headers.get("content-encoding") ?? "",
      cache: headers.get("cache-control") ?? "",
    });
  });
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const load = loads.get(requestId);
    if (load) load.bytes = encodedDataLength;
  });
  await page.goto(path, { waitUntil: "networkidle" });
  await wire.detach();
  const all = [...loads.values()];
  const isPhoto = (load: Load): boolean => load.path.startsWith("/photos/");
  const sum = (some: Load[]): number => some.reduce((total, load) => total + load.bytes, 0);
  const rest = all.filter((load) => !isPhoto(load));
  return { bytes: sum(rest), photos: sum(all.filter(isPhoto)), loads: rest };
}

function say(path: string, { bytes, photos, loads }: Weighed): void {
  const parts = loads.map((load) => `${load.path} ${load.bytes}${load.encoding ? ` ${load.encoding}` : ""}`);
  console.log(
    `${(bytes / KB).toFixed(1)} kB ${path} (and ${(photos / KB).toFixed(1)} kB of photos): ${parts.join(", ")}`,
  );
}

async function linkOn(page: Page, path: string, pattern: RegExp): Promise<string> {
  await page.goto(path);
  const links = page.getByRole("main").getByRole("link");
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const found = hrefs.find((href) => pattern.test(href));
  if (!found) throw new Error(`nothing on ${path} leads to ${pattern}`);
  return found;
}

/** Squeezed where that helps, and what has a name of its own for good kept for good. */
function wasteIn(loads: Load[]): string[] {
  return loads.flatMap((load) => {
    if (load.status !== 200) return [`${load.path}: ${load.status}`];
    const isText = !/\.(woff2|png|ico|webp|avif)$/.test(load.path);
    const waste: string[] = [];
    if (isText && load.encoding === "" && load.bytes > 2 * KB) waste.push(`${load.path} is not squeezed`);
    if (load.path.startsWith("/assets/") && !load.cache.includes("immutable")) waste.push(`${load.path} is not kept`);
    if (load.path.startsWith("/assets/") && isText && load.encoding !== "br")
      waste.push(`${load.path} was not squeezed beforehand`);
    return waste;
  });
}

const PUBLIC = ["/", "/listings", `/groups/${GROUP}`, "/listings/bayam-pekarangan"];

test("a first visit to a public page is light", async ({ browser }) => {
  for (const path of PUBLIC) {
    const context = await browser.newContext();
    const weighed = await weigh(await context.newPage(), path);
    say(path, weighed);
    expect.soft(weighed.bytes, path).toBeLessThanOrEqual(PUBLIC_AT_MOST);
    expect.soft(weighed.photos, `${path} shows photos`).toBeGreaterThan(0);
    expect.soft(wasteIn(weighed.loads)).toEqual([]);
    await context.close();
  }
});

const WORK: [Person, string, RegExp | null][] = [
  ["treasurer", "/desk", null],
  ["treasurer", `/books/${GROUP}`, null],
  ["keeper", "/runs", /^\/runs\/[\w-]+$/],
  ["operator", "/operate", null],
];

test("a first visit to a work page is light", async ({ browser }) => {
  for (const [person, start, link] of WORK) {
    const page = await phoneOf(browser, person);
    const path = link ? await linkOn(page, start, link) : start;
    const weighed = await weigh(page, path);
    say(path, weighed);
    expect.soft(weighed.bytes, path).toBeLessThanOrEqual(WORK_AT_MOST);
    expect.soft(wasteIn(weighed.loads)).toEqual([]);
    await page.context().close();
  }
});
