import type { Locator, Page } from "@playwright/test";

/** What a way through the pages asks of a person. */
export type Effort = {
  /** Presses on a link, a button or a choice. */
  taps: number;
  /** Things to type, pick from a list, or take a photo of; a list of people to tick is one. */
  fields: number;
  /** Pages that came up on the way, the first included. */
  screens: number;
  /** Words on those pages: all of each page, but for the lists that follow the day. */
  words: number;
};

/** What waits for somebody, and what a group has listed: others add to it while a walk is on its way. */
const OF_THE_DAY = "#tasks ul, ul:has(a[href$='poster.pdf'])";

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length;

/** Counts what one person does on one phone. */
export class Walk {
  readonly page: Page;
  private readonly effort: Effort = { taps: 0, fields: 0, screens: 0, words: 0 };

  constructor(page: Page) {
    this.page = page;
  }

  /** Where the walk begins. */
  async beginAt(path: string): Promise<void> {
    await this.page.goto(path);
    await this.look();
  }

  /** A press that brings another page. */
  async tap(target: Locator): Promise<void> {
    const was = this.page.waitForEvent("framenavigated", (frame) => frame === this.page.mainFrame());
    await target.click();
    await was;
    await this.page.waitForLoadState();
    this.effort.taps += 1;
    await this.look();
  }

  /** A press that stays on the page: a choice, or something folded away. */
  async press(target: Locator): Promise<void> {
    await target.click();
    this.effort.taps += 1;
  }

  async fill(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    this.effort.fields += 1;
  }

  async pick(field: Locator, option: Parameters<Locator["selectOption"]>[0]): Promise<void> {
    await field.selectOption(option);
    this.effort.fields += 1;
  }

  async takePhoto(field: Locator, photo: Buffer): Promise<void> {
    await field.setInputFiles({ name: "foto.png", mimeType: "image/png", buffer: photo });
    this.effort.fields += 1;
  }

  /** Ticks in one list are one field. */
  async tickAll(boxes: Locator[]): Promise<void> {
    for (const box of boxes) await box.check();
    this.effort.taps += boxes.length;
    this.effort.fields += 1;
  }

  get spent(): Effort {
    return { ...this.effort };
  }

  private async look(): Promise<void> {
    const main = this.page.getByRole("main");
    const [text = ""] = await main.allInnerTexts();
    const ofTheDay = await main.locator(OF_THE_DAY).allInnerTexts();
    this.effort.screens += 1;
    this.effort.words += wordsIn(text) - wordsIn(ofTheDay.join(" "));
  }
}
