import { defineConfig, devices } from "@playwright/test";
import { findBrowser, QUIET } from "./browser.ts";

const PORT = 4173;
const phone = { ...devices["Pixel 5"], viewport: { width: 360, height: 740 } };

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  timeout: 180_000,
  expect: { timeout: 15_000 },
  // The two tours may walk side by side. A market day comes after them, and the two market days one after the other:
  // they buy from one market and would take each other's goods.
  workers: 2,
  reporter: [["list"]],
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: "id-ID",
    timezoneId: "Asia/Jakarta",
    trace: "off",
    actionTimeout: 30_000,
    launchOptions: { ...findBrowser(), args: QUIET },
  },
  projects: [
    { name: "tour", use: phone, testMatch: "tour-*.spec.ts" },
    { name: "phone", use: phone, testIgnore: "tour-*.spec.ts", dependencies: ["tour"] },
    {
      name: "phone without JavaScript",
      use: { ...phone, javaScriptEnabled: false },
      testIgnore: "tour-*.spec.ts",
      grep: /@nojs/,
      dependencies: ["phone"],
    },
  ],
  webServer: {
    command: "npx tsx tests/e2e/serve.ts",
    cwd: "../..",
    env: { PORT: String(PORT) },
    url: `http://localhost:${PORT}/readyz`,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
  },
});
