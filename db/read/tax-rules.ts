import { asc, eq } from "drizzle-orm";
import { db } from "../client.server.ts";
import { people, taxRules } from "../schema.ts";

/** Every version of the limits and the rate, the first one first. They are law, so anybody who signed in may know them. */
export function listTaxRules() {
  const { id, version, fromDay, personFree, ceiling, rateBasisPoints, warnBasisPoints, source, setAt } = taxRules;
  return db()
    .select({
      ...{ id, version, fromDay, personFree, ceiling, rateBasisPoints, warnBasisPoints, source, setAt },
      setBy: people.name,
    })
    .from(taxRules)
    .innerJoin(people, eq(people.id, taxRules.setBy))
    .orderBy(asc(taxRules.version));
}
