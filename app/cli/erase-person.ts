import { openContext } from "#app/context.server.ts";
import { SERVER } from "#app/domain/permissions.ts";
import { erasePerson } from "#app/usecases/account/erase-person.ts";
import { listErasureHindrances } from "#db/read/erasure.ts";
import { findCredentials } from "#db/read/people.ts";
import { contactOf } from "./contact.ts";
import type { Arguments } from "./lumbung.ts";

export async function run(values: Arguments): Promise<number> {
  const person = await findCredentials(contactOf(values));
  if (!person) throw new Error("nobody here has that phone number or e-mail address");
  if (!values["i-know"]) throw new Error("this cannot be taken back: add --i-know");
  const ctx = openContext({ actor: SERVER });
  const answer = await erasePerson(ctx, {
    personId: person.id,
    password: "",
    givesUpCredit: values["give-up-credit"] === true,
  });
  if (!answer.ok && answer.reason === "account-not-settled") {
    const open = await listErasureHindrances(SERVER, person.id);
    throw new Error(`not settled yet: ${open.join(", ")}`);
  }
  if (!answer.ok && answer.reason === "credit-left")
    throw new Error("there is credit left: pay it out, or add --give-up-credit");
  if (!answer.ok) throw new Error(answer.reason);
  console.log(`The account ${person.id} is deleted. The ledger keeps its entries under that id.`);
  return 0;
}
