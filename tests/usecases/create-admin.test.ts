import { describe, expect, it } from "vitest";
import { readContact } from "#app/domain/contact.ts";
import { NotAllowed, SERVER } from "#app/domain/permissions.ts";
import { resetPassword } from "#app/usecases/account/reset-password.ts";
import { createAdmin } from "#app/usecases/operate/create-admin.ts";
import { printResetCode } from "#app/usecases/operate/print-reset-code.ts";
import { findCredentials } from "#db/read/people.ts";
import { testContext } from "#tests/world/context.ts";
import { aPerson } from "#tests/world/people.ts";

function contact(text: string) {
  const read = readContact(text);
  if (!read) throw new Error(`not a contact: ${text}`);
  return read;
}

const arrival = { address: "127.0.0.1", device: "test", previousTokenHash: null, basketId: null };
const server = testContext({ actor: SERVER });

describe("create-admin", () => {
  it("makes an operator who chooses the own password with the code, once", async () => {
    const phone = contact("0812-7000-0099");
    const { code } = await createAdmin(server, { name: "Suryani", contact: phone });
    const first = await resetPassword(testContext(), {
      contact: phone,
      code,
      newPassword: "kapal berlayar pagi",
      arrival,
    });
    expect(first.ok).toBe(true);
    const second = await resetPassword(testContext(), {
      contact: phone,
      code,
      newPassword: "kapal berlayar sore",
      arrival,
    });
    expect(second.ok).toBe(false);
    expect((await findCredentials(phone))?.passwordHash).toContain("pagi");
  });

  it("raises somebody who has an account, and prints a new code for who forgot", async () => {
    const person = await aPerson({ phone: "+6281270000098" });
    expect((await createAdmin(server, { name: "X", contact: contact("081270000098") })).personId).toBe(person.id);
    expect(await printResetCode(server, contact("081270000098"))).toMatchObject({ ok: true });
    expect(await printResetCode(server, contact("081270000000"))).toEqual({ ok: false, reason: "nobody" });
  });

  it("is for the command line alone, not even for an operator", async () => {
    const operator = await aPerson({ isOperator: true });
    const ctx = testContext({ actor: operator.actor });
    await expect(createAdmin(ctx, { name: "X", contact: contact("081270000097") })).rejects.toThrow(NotAllowed);
    await expect(printResetCode(ctx, contact("081270000097"))).rejects.toThrow(NotAllowed);
  });
});
