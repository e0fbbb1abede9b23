import { fileURLToPath } from "node:url";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { freshPhone, type Person, phoneOf } from "../e2e/people.ts";
import { compareWithKept, keep } from "./compare.ts";

const WIDTHS = [360, 1280];
/** Above this share of different pixels a page has changed: less is how another machine draws its letters. */
const LEAST_CHANGE = 0.02;

type Scene = {
  name: string;
  who?: Person;
  /** English instead of Indonesian. */
  isEnglish?: true;
  /** Brings the page there and answers its address. */
  find: (page: Page) => Promise<string>;
};

const at = (path: string) => async (): Promise<string> => path;

async function firstLink(page: Page, list: string, pattern: RegExp): Promise<string> {
  await page.goto(list);
  const hrefs = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const found = hrefs.find((href) => pattern.test(href));
  if (!found) throw new Error(`${list} links to nothing like ${pattern}`);
  return found;
}

async function fillBasket(page: Page): Promise<void> {
  await page.goto(await firstLink(page, "/listings?ready=yes", /^\/listings\/[^?/]+$/));
  await page.locator("form[action='/basket'] button").first().click();
  await page.waitForURL(/\/basket/);
}

const SCENES: Scene[] = [
  { name: "style", find: at("/gaya") },
  { name: "style-english", isEnglish: true, find: at("/gaya") },
  { name: "home", find: at("/") },
  { name: "catalogue", find: at("/listings") },
  { name: "listing", find: (page) => firstLink(page, "/listings", /^\/listings\/[^?/]+$/) },
  { name: "group", find: at("/groups/butik-seri-dompak") },
  {
    name: "basket",
    find: async (page) => {
      await fillBasket(page);
      return "/basket";
    },
  },
  {
    name: "checkout",
    find: async (page) => {
      await fillBasket(page);
      return "/checkout";
    },
  },
  { name: "desk", who: "chair", find: at("/desk/butik-seri-dompak") },
  { name: "books", who: "treasurer", find: at("/books/butik-seri-dompak") },
  { name: "run", who: "keeper", find: (page) => firstLink(page, "/runs", /^\/runs\/(?!new)[^/]+$/) },
  { name: "operate", who: "operator", find: at("/operate") },
];

async function pageOf(browser: Browser, { who, isEnglish }: Scene): Promise<Page> {
  const page = who ? await phoneOf(browser, who) : await freshPhone(browser);
  if (isEnglish) {
    await page.goto("/");
    await page.getByRole("button", { name: "English" }).click();
  }
  return page;
}

/** The whole page, once every photo has come. */
async function shoot(page: Page): Promise<Buffer> {
  await page.evaluate(async () => {
    const photos = [...document.images];
    for (const photo of photos) photo.loading = "eager";
    await Promise.all(photos.map((photo) => photo.decode().catch(() => undefined)));
    await document.fonts.ready;
  });
  return page.screenshot({ fullPage: true, animations: "disabled" });
}

for (const scene of SCENES)
  test(`${scene.name} looks as it did`, async ({ browser }, info) => {
    const page = await pageOf(browser, scene);
    const address = await scene.find(page);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(address);
      const png = await shoot(page);
      const file = `${scene.name}-${width}.webp`;
      const kept = fileURLToPath(new URL(`kept/${file}`, import.meta.url));
      if (info.config.updateSnapshots === "all") {
        await keep({ png, kept });
        continue;
      }
      const change = await compareWithKept({ png, kept, seen: info.outputPath(file) });
      expect.soft(change, `${file} is not kept yet: npm run pictures:renew`).not.toBeNull();
      expect.soft(change ?? 0, `${file}: compare with ${info.outputPath(file)}`).toBeLessThan(LEAST_CHANGE);
    }
    await page.context().close();
  });
