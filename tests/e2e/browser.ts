import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";

const SYSTEM_BROWSERS = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** Playwright's own Chromium where it is installed, else the system's; null when there is none. */
export function findBrowser(): { executablePath?: string } | null {
  if (existsSync(chromium.executablePath())) return {};
  const found = SYSTEM_BROWSERS.find((path) => path !== undefined && existsSync(path));
  return found ? { executablePath: found } : null;
}

/** What keeps a browser quiet and alive on a machine without a screen, also as root. */
export const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

function tryTo(command: string, args: string[]): void {
  try {
    execFileSync(command, args, { stdio: ["ignore", "ignore", "inherit"], timeout: 300_000 });
  } catch {
    // The next way is tried; at the end it is checked whether one of them worked.
  }
}

/** The test command calls this: a browser from Playwright where its downloads can be reached, else from Debian. */
function installBrowser(): void {
  if (!findBrowser()) tryTo("npx", ["playwright", "install", "chromium"]);
  if (!findBrowser()) {
    tryTo("apt-get", ["update", "-qq"]);
    tryTo("apt-get", ["install", "-y", "-qq", "chromium"]);
  }
  if (!findBrowser()) throw new Error("no browser: install Chromium, or set CHROMIUM_PATH");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) installBrowser();
