import { openContext } from "#app/context.server.ts";
import { SERVER } from "#app/domain/permissions.ts";
import { exportPerson } from "#app/usecases/account/export-person.ts";
import { findCredentials } from "#db/read/people.ts";
import { contactOf } from "./contact.ts";
import type { Arguments } from "./lumbung.ts";

export async function run(values: Arguments): Promise<number> {
  const person = await findCredentials(contactOf(values));
  const data = person && (await exportPerson(openContext({ actor: SERVER }), { personId: person.id }));
  if (!data) throw new Error("nobody here has that phone number or e-mail address");
  console.log(JSON.stringify(data, null, 2));
  return 0;
}
