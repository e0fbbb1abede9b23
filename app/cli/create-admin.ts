import { openContext } from "#app/context.server.ts";
import { SERVER } from "#app/domain/permissions.ts";
import { createAdmin } from "#app/usecases/operate/create-admin.ts";
import { migrate } from "#db/migrate.server.ts";
import { contactOf, printCode } from "./contact.ts";
import type { Arguments } from "./lumbung.ts";

export async function run(values: Arguments): Promise<number> {
  const name = String(values.name ?? "").trim();
  if (name === "") throw new Error("--name is missing");
  const contact = contactOf(values);
  await migrate();
  const { code } = await createAdmin(openContext({ actor: SERVER }), { name, contact });
  console.log(`${name} is an operator.`);
  printCode(code);
  return 0;
}
