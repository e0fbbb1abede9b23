import type { Page } from "@playwright/test";
import axe, { type AxeResults, type RunOptions } from "axe-core";

declare global {
  interface Window {
    axe: { run: (options: RunOptions) => Promise<AxeResults> };
  }
}

const NARROW = { width: 320, height: 740 };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** The browser says this of every page whose status is a refusal: it is what the test asked for. */
const REFUSED_STATUS = /the server responded with a status of 4\d\d/;

/** Whatever the browser complains about from now on: errors, and what the content security policy stopped. */
export function listenTo(page: Page): { takeComplaints: () => string[] } {
  let heard: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !REFUSED_STATUS.test(message.text())) heard.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => heard.push(`script: ${error.message}`));
  page.on("response", (response) => {
    const isPart = response.request().resourceType() !== "document";
    if (isPart && response.status() >= 400) heard.push(`${response.status()} for ${response.url()}`);
  });
  return {
    takeComplaints: () => {
      const taken = heard;
      heard = [];
      return taken;
    },
  };
}

/** What a person with a narrow screen or another language would stumble over. */
export async function inspect(page: Page, language: "id" | "en"): Promise<string[]> {
  await page.setViewportSize(NARROW);
  return page.evaluate(stumblingBlocks, { language, width: NARROW.width });
}

/** What a person with a screen reader, a keyboard or weak eyes would stumble over. */
export async function inspectAccess(page: Page): Promise<string[]> {
  // No page has frames, so that one look at the document does; only what is wrong travels back from the browser.
  await page.evaluate(axe.source);
  return page.evaluate(violatedRules, RULES);
}

/** Runs in the page. */
async function violatedRules(rules: string[]): Promise<string[]> {
  const { violations } = await window.axe.run({ runOnly: rules, resultTypes: ["violations"], preload: false });
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => {
      const why = [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; ");
      return `${violation.id} at ${node.target.join(" ")}: ${why}`;
    }),
  );
}

/** Runs in the page. */
function stumblingBlocks({ language, width }: { language: string; width: number }): string[] {
  const found: string[] = [];
  const { documentElement: root } = document;
  if (root.lang !== language) found.push(`the page says it is in "${root.lang}"`);
  const titles = document.querySelectorAll("h1").length;
  if (titles !== 1) found.push(`${titles} h1`);
  if (document.title.trim() === "") found.push("no title");

  const isVisible = (element: Element): boolean => element.checkVisibility() && element.getClientRects().length > 0;
  const nameOf = (element: Element): string =>
    `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}"> ${element.textContent?.trim().slice(0, 50)}`;

  if (Math.max(root.scrollWidth, document.body.scrollWidth) > width) {
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) =>
        isVisible(element) &&
        element.getBoundingClientRect().right > width + 0.5 &&
        !element.closest("nav.overflow-x-auto"),
    );
    const inner = wide.filter((element) => ![...element.children].some((child) => wide.includes(child)));
    found.push(`wider than ${width} px: ${inner.slice(0, 4).map(nameOf).join(" | ")}`);
  }

  for (const link of document.querySelectorAll<HTMLAnchorElement>("[role=alert]:not([data-sample] *) a[href^='#']"))
    if (!document.getElementById(link.hash.slice(1)))
      found.push(`a complaint whose field is not there: ${nameOf(link)}`);

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement: around, textContent } = texts.currentNode;
    if (/Rp\s?\d/.test(textContent ?? "") && around && isVisible(around) && !around.closest("[aria-hidden], option"))
      found.push(`an amount that is not read aloud in words: ${nameOf(around)}`);
  }

  for (const control of document.querySelectorAll<HTMLInputElement>("input:not([type=hidden]), select, textarea")) {
    const label = [...(control.labels ?? [])].map((each) => each.textContent?.trim()).join("");
    if (isVisible(control) && !label && !control.getAttribute("aria-label")) found.push(`no label: ${control.name}`);
  }
  return found;
}
