import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { compareWithKept, keep } from "./compare.ts";
import { pageOf, SCENES, settle } from "./scenes.ts";

const WIDTHS = [360, 1280];
/** Above this share of different pixels a page has changed: less is how another machine draws its letters. */
const LEAST_CHANGE = 0.02;

for (const scene of SCENES)
  test(`${scene.name} looks as it did`, async ({ browser }, info) => {
    const page = await pageOf(browser, scene);
    const address = await scene.find(page);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(address);
      await settle(page);
      const png = await page.screenshot({ fullPage: true, animations: "disabled" });
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
