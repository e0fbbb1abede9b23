import { oneOf } from "#app/domain/catalogue.ts";
import { JOURNAL_FORMATS, type JournalAccount, type JournalEntry, journalWriter } from "#app/domain/journal-file.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { openBook } from "#app/web/group.server.ts";
import { streamAnswer } from "#app/web/stream-answer.server.ts";
import { readJournal } from "#db/read/journal.ts";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  hledger: "text/plain; charset=utf-8",
  beancount: "text/plain; charset=utf-8",
};

/** All entries of a book as a file: /books/…/journal/journal.csv, .json, .hledger, .beancount. */
export const loader = door(async (entered) => {
  const { book, slug } = await openBook(entered);
  const [name, ending = "", ...more] = entered.param("file").split(".");
  const format = oneOf(JOURNAL_FORMATS, ending);
  if (name !== "journal" || !format || more.length > 0) throw notFound();
  const { actor } = entered.ctx;
  return streamAnswer(written({ format, ...(await readJournal(actor, book)) }), {
    name: `${slug.replace(/[^\w-]/g, "")}-journal.${format}`,
    type: TYPES[format],
  });
});

type Written = {
  format: (typeof JOURNAL_FORMATS)[number];
  accounts: readonly JournalAccount[];
  pages: AsyncGenerator<JournalEntry[]>;
};

async function* written({ format, accounts, pages }: Written): AsyncGenerator<string> {
  const { head, entry, foot } = journalWriter(format);
  yield head(accounts);
  let isFirst = true;
  for await (const page of pages) {
    yield page.map((each, at) => entry(each, isFirst && at === 0)).join("");
    isFirst = false;
  }
  if (foot !== "") yield foot;
}
