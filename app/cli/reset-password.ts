import { openContext } from "#app/context.server.ts";
import { SERVER } from "#app/domain/permissions.ts";
import { printResetCode } from "#app/usecases/operate/print-reset-code.ts";
import { contactOf, printCode } from "./contact.ts";
import type { Arguments } from "./lumbung.ts";

export async function run(values: Arguments): Promise<number> {
  const answer = await printResetCode(openContext({ actor: SERVER }), contactOf(values));
  if (!answer.ok) throw new Error("nobody here has that phone number or e-mail address");
  printCode(answer.code);
  return 0;
}
