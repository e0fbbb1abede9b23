import { PassThrough, type Transform } from "node:stream";
import { text } from "node:stream/consumers";
import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, it } from "vitest";
import { withoutZeroBytes } from "#app/web/whole-letters.server.ts";

/** Many short texts of letters of several bytes: some of them meets the end of React's buffer. */
const WORDS = Array.from({ length: 400 }, (_, at) => createElement("p", { key: at }, `${"a".repeat(at % 4)}🌶 مرحبا`));

function rendered(through: Transform): Promise<string> {
  const { pipe } = renderToPipeableStream(createElement("main", null, WORDS), { onAllReady: () => pipe(through) });
  return text(through);
}

it("a page arrives with every letter whole, wherever React's buffer ends", async () => {
  // The day that this fails, React no longer needs the help.
  expect(await rendered(new PassThrough())).toContain("\0");
  const page = await rendered(withoutZeroBytes());
  expect(page).not.toContain("\0");
  expect(page.match(/🌶 مرحبا/g)).toHaveLength(400);
});
