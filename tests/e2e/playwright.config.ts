import { defineConfig, devices } from "@playwright/test";
import { findBrowser, QUIET } from "./browser.ts";

const PORT = 4173;
const phone = { ...devices["Pixel 5"], viewport: { width: 360, height: 740 } };

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  timeout: 180_000,
  expect: { timeout: 15_000 },
  // The tests buy from one market: side by side they would take each other's goods.
  workers: 1,
  reporter: [["list"]],
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: "id-ID",
    timezoneId: "Asia/Jakarta",
    trace: "off",
    launchOptions: { ...findBrowser(), args: QUIET },
  },
  projects: [
    { name: "phone", use: phone },
    { name: "phone without JavaScript", use: { ...phone, javaScriptEnabled: false }, grep: /@nojs/ },
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
