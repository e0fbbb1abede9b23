import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import routes from "#app/routes.ts";
import { TOURS } from "./every-page.ts";
import { tourEveryPage } from "./tour.ts";

test("every page of the market is visited", () => {
  const pages = routes
    .filter(({ file }) => /^export default/m.test(readFileSync(new URL(`../../app/${file}`, import.meta.url), "utf8")))
    .map((route) => route.path ?? "");
  const visited = new Set(Object.values(TOURS).flatMap((stops) => stops.map((stop) => stop.route)));
  expect(pages.filter((path) => !visited.has(path))).toEqual([]);
  expect([...visited].filter((path) => !pages.includes(path))).toEqual([]);
});

tourEveryPage("id");
