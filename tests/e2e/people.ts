import type { Browser, BrowserContextOptions, Page } from "@playwright/test";

/** Who lives in the demo network; docs name the same people. */
const PHONES = {
  buyer: "081200009001",
  secondBuyer: "081200009002",
  chair: "081200000301",
  treasurer: "081200000302",
  member: "081200000306",
  grower: "081200000502",
  saver: "081200000602",
  keeper: "081200000002",
  operator: "081200000001",
} as const;
export type Person = keyof typeof PHONES;

const PASSWORD = "lumbung-contoh";

/** Signs in as a person would: by the link in the header. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: "Masuk", exact: true }).click();
  await page.getByLabel("Nomor HP atau e-mail").fill(PHONES[person]);
  await page.getByLabel("Kata sandi", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Masuk", exact: true }).click();
  await page.getByRole("link", { name: "Akun saya" }).waitFor();
}

/** By the menu that stands on every page; the number of tasks that wait there is part of a way's name. */
export async function goTo(page: Page, place: string): Promise<void> {
  const menu = page.getByRole("navigation", { name: "Menu utama" });
  await menu.getByRole("link", { name: new RegExp(`^${place}(\\s*,|$)`) }).click();
}

type Session = Exclude<BrowserContextOptions["storageState"], string | undefined>;
const sessions = new Map<Person, Session>();

/** A phone of this person's own. Each signs in once; the session is carried to the next phone. */
export async function phoneOf(browser: Browser, person: Person): Promise<Page> {
  const session = sessions.get(person);
  const context = await browser.newContext(session ? { storageState: session } : {});
  const page = await context.newPage();
  if (!session) {
    await signIn(page, person);
    sessions.set(person, await context.storageState());
  }
  return page;
}

/** The phone of somebody who was never here. */
export async function freshPhone(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}
