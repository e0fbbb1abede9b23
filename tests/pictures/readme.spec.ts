import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import sharp from "sharp";
import { at, fillBasket, firstLink, pageOf, type Scene, settle } from "./scenes.ts";

const PHONE = { width: 360, height: 740 };
const WIDE = { width: 1280, height: 800 };

/** What a newcomer should see first: buying, and where the money goes. */
const PICTURES: (Scene & { size: typeof PHONE; scrollTo?: string })[] = [
  { name: "home", size: PHONE, find: at("/") },
  { name: "listing", size: PHONE, find: (page) => firstLink(page, "/listings?kind=craft", /^\/listings\/[^?/]+$/) },
  {
    name: "checkout",
    size: PHONE,
    scrollTo: "input[name=delivery]",
    find: async (page) => {
      await fillBasket(page);
      return "/checkout";
    },
  },
  { name: "desk", who: "treasurer", size: PHONE, find: at("/desk/butik-seri-dompak") },
  { name: "catalogue", isEnglish: true, size: WIDE, find: at("/listings") },
  { name: "books", who: "treasurer", size: WIDE, find: at("/books/butik-seri-dompak") },
];

for (const picture of PICTURES)
  test(`the README shows the ${picture.name}`, async ({ browser }) => {
    const page = await pageOf(browser, picture);
    const address = await picture.find(page);
    await page.setViewportSize(picture.size);
    await page.goto(address);
    await settle(page);
    if (picture.scrollTo) await page.locator(picture.scrollTo).first().scrollIntoViewIfNeeded();
    const png = await page.screenshot({ animations: "disabled" });
    const file = fileURLToPath(new URL(`../../docs/pictures/${picture.name}.webp`, import.meta.url));
    const { size } = await sharp(png).webp({ quality: 80 }).toFile(file);
    expect(size).toBeLessThan(120_000);
    await page.context().close();
  });
