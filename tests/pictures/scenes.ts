import type { Browser, Page } from "@playwright/test";
import { freshPhone, type Person, phoneOf } from "../e2e/people.ts";

export type Scene = {
  name: string;
  who?: Person;
  /** English instead of Indonesian. */
  isEnglish?: true;
  /** Brings the page there and answers its address. */
  find: (page: Page) => Promise<string>;
};

export const at = (path: string) => async (): Promise<string> => path;

export async function firstLink(page: Page, list: string, pattern: RegExp): Promise<string> {
  await page.goto(list);
  const hrefs = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const found = hrefs.find((href) => pattern.test(href));
  if (!found) throw new Error(`${list} links to nothing like ${pattern}`);
  return found;
}

export async function fillBasket(page: Page): Promise<void> {
  await page.goto(await firstLink(page, "/listings?ready=yes", /^\/listings\/[^?/]+$/));
  await page.locator("form[action='/basket'] button").first().click();
  await page.waitForURL(/\/basket/);
}

/** The style page and ten main pages. */
export const SCENES: Scene[] = [
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

export async function pageOf(browser: Browser, { who, isEnglish }: Scene): Promise<Page> {
  const page = who ? await phoneOf(browser, who) : await freshPhone(browser);
  if (isEnglish) {
    await page.goto("/");
    await page.getByRole("button", { name: "English" }).click();
  }
  return page;
}

/** Once every photo and letter has come. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const photos = [...document.images];
    for (const photo of photos) photo.loading = "eager";
    await Promise.all(photos.map((photo) => photo.decode().catch(() => undefined)));
    await document.fonts.ready;
  });
}
