import { defineConfig } from "@playwright/test";
import { findBrowser, QUIET } from "../e2e/browser.ts";

const PORT = 4174;

/** `npm run pictures:check`, `pictures:renew` and `pictures:readme`: how the pages look, apart from `npm test`. */
export default defineConfig({
  testDir: ".",
  projects: [
    { name: "kept", testMatch: "pictures.spec.ts" },
    { name: "readme", testMatch: "readme.spec.ts" },
  ],
  outputDir: "../../test-results/pictures",
  timeout: 120_000,
  workers: 1,
  reporter: [["list"]],
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: "id-ID",
    timezoneId: "Asia/Jakarta",
    colorScheme: "light",
    reducedMotion: "reduce",
    launchOptions: { ...findBrowser(), args: [...QUIET, "--font-render-hinting=none", "--disable-lcd-text"] },
  },
  webServer: {
    command: "npx tsx tests/e2e/serve.ts",
    cwd: "../..",
    env: {
      PORT: String(PORT),
      NODE_OPTIONS: `--import ${new URL("still-day.mjs", import.meta.url).href}`,
      PICTURES_OPENED: String(Date.now()),
    },
    url: `http://localhost:${PORT}/readyz`,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
  },
});
