import { expect, type Page, test } from "@playwright/test";
import { type Stop, TOURS } from "./every-page.ts";
import { inspect, inspectAccess, listenTo } from "./inspection.ts";
import { freshPhone, type Person, phoneOf } from "./people.ts";

const WHO = Object.keys(TOURS) as (keyof typeof TOURS)[];

/** Address → where the links on that page lead. No stop changes anything, so that each page is asked once. */
type Leads = Map<string, string[]>;

async function noteLeads(page: Page, { address, leads }: { address: string; leads: Leads }): Promise<string[]> {
  // One look into the page: asking the browser for each link by its role takes longer than the page itself.
  const hrefs = await page.evaluate(() =>
    [...document.querySelectorAll("main a[href]")].map((link) => link.getAttribute("href") ?? ""),
  );
  leads.set(address, hrefs);
  return hrefs;
}

/** The stop's address; a link is looked for on the page that has it. */
async function addressOf(page: Page, { stop, leads }: { stop: Stop; leads: Leads }): Promise<string | null> {
  if (stop.at !== undefined || stop.on === undefined) return stop.at ?? "/";
  const on = typeof stop.on === "string" ? stop.on : await addressOf(page, { stop: stop.on, leads });
  if (on === null) return null;
  let hrefs = leads.get(on);
  if (!hrefs) {
    await page.goto(on);
    hrefs = await noteLeads(page, { address: on, leads });
  }
  const pattern = new RegExp(`^/${(stop.link ?? stop.route).replaceAll(/:\w+/g, "[^/?#]+")}$`);
  const links = hrefs.filter((href) => pattern.test(href) && !/\/new(-\w+)?$/.test(href));
  const link = stop.last ? links.at(-1) : links[0];
  if (!link) return null;
  return stop.to ? stop.to(link) : link;
}

/** Runs in the page: empties every visible box of its largest form, the last among equals, and marks the form's last button. */
function emptyLargestForm(): boolean {
  const boxes = (form: Element): (HTMLInputElement | HTMLTextAreaElement)[] =>
    [
      ...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
        "input:is(:not([type]), [type=text], [type=tel], [type=password], [type=date], [type=datetime-local], [type=email]), textarea",
      ),
    ].filter((box) => box.checkVisibility());
  const forms = [...document.querySelectorAll("main form[method=post]")];
  const [form] = forms.reverse().sort((a, b) => boxes(b).length - boxes(a).length);
  if (!form) return false;
  // Sent as by any browser: what a bad line does is looked at elsewhere.
  if (form instanceof HTMLFormElement) delete form.dataset.later;
  for (const box of boxes(form)) {
    box.value = "";
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const buttons = [...form.querySelectorAll("button[type=submit]")].filter((each) => each.checkVisibility());
  buttons.at(-1)?.setAttribute("data-tour", "send");
  return true;
}

/** Empties the page's largest form and sends it. Answers what is wrong with the refusal. */
async function sendEmpty(page: Page): Promise<string[]> {
  if (!(await page.evaluate(emptyLargestForm))) return ["no form"];
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await page.locator("[data-tour=send]").click();
  const status = (await answer).status();
  await page.waitForLoadState();
  if (status !== 422) return [`an empty form was answered with ${status}`];
  return (await page.getByRole("alert").first().isVisible()) ? [] : ["a refusal without a summary"];
}

/** Something in the basket and an order that waits for its transfer: pages that the demo network does not hold for long. */
async function shop(page: Page): Promise<void> {
  const put = async (at: number): Promise<void> => {
    await page.goto("/listings?ready=yes");
    await page.locator("article a").nth(at).click();
    await page.locator("form[action='/basket'] button").first().click();
    await expect(page.locator("form[action='/basket']").first()).toBeVisible();
  };
  await put(0);
  await page.goto("/checkout");
  await page.locator("input[name=delivery][value^=fetch]").check();
  await page.locator("input[name=method][value=transfer]").check();
  await page.locator("button[name=step][value=place]").click();
  await page.waitForURL(/\/orders\//);
  await put(1);
}

/** Each person's tour, in one language. Each language has a buyer of its own: the two tours may run side by side. */
export function tourEveryPage(language: "id" | "en"): void {
  for (const who of WHO)
    test(`nobody stumbles over a page of the ${who} in ${language}`, async ({ browser }) => {
      test.setTimeout(300_000);
      const page = who === "guest" ? await freshPhone(browser) : await phoneOf(browser, inLanguage(who, language));
      const heard = listenTo(page);
      if (who === "buyer") await shop(page);
      await page.goto("/");
      if (language === "en") await page.getByRole("button", { name: "English" }).click();

      const found: string[] = [];
      const leads: Leads = new Map();
      for (const [at, stop] of TOURS[who].entries()) {
        // Both languages share their markup, so that the long inspection of a page, and its refusal, are looked at in one of them.
        const isLong = at % 2 === (language === "id" ? 0 : 1);
        const look = async (): Promise<string[]> => [
          ...(await inspect(page, language)),
          ...(isLong ? await inspectAccess(page) : []),
        ];
        const address = await addressOf(page, { stop, leads });
        if (address === null) {
          found.push(`nothing leads to ${stop.route}`);
          continue;
        }
        const note = (what: string[]): number => found.push(...what.map((each) => `${address}: ${each}`));
        const answer = await page.goto(address);
        const status = answer?.status() ?? 0;
        await noteLeads(page, { address, leads });
        if (status !== 200 && !(stop.route === "*" && status === 404)) note([`answered with ${status}`]);
        note(await look());
        if (stop.empty && isLong) {
          note(await sendEmpty(page));
          note((await look()).map((each) => `(refused) ${each}`));
        }
        note(heard.takeComplaints());
      }
      expect(found).toEqual([]);
    });
}

function inLanguage(who: Exclude<keyof typeof TOURS, "guest">, language: "id" | "en"): Person {
  return who === "buyer" && language === "en" ? "secondBuyer" : who;
}
