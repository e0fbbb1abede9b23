import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { people } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { aPerson } from "#tests/world/people.ts";

it("what is asked for together inside a transaction is asked one after the other, and all of it is answered", async () => {
  const made = [await aPerson(), await aPerson(), await aPerson()];
  const names = await inTransaction((tx) =>
    Promise.all(made.map(async ({ id }) => (await tx.select().from(people).where(eq(people.id, id)))[0]?.name)),
  );
  expect(names.every((name) => typeof name === "string")).toBe(true);
});
