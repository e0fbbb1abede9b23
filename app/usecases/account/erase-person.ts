import { creditGivenUpEntry } from "#app/domain/credit-given-up.ts";
import { accountCode } from "#app/domain/ledger.ts";
import { negate } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { TRY_LIMITS } from "#app/domain/try-limits.ts";
import type { Context } from "#app/usecases/context.ts";
import { listErasureHindrances } from "#db/read/erasure.ts";
import { balanceOf } from "#db/read/ledger.ts";
import { findCredentials } from "#db/read/people.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { erasePersonRows } from "#db/write/erasure.ts";
import { post } from "#db/write/ledger.ts";
import { withinLimits } from "#db/write/rate-limits.ts";

type Input = { personId: string; password: string; givesUpCredit?: boolean };
type Reason = "own-password-wrong" | "too-many-tries" | "account-not-settled" | "credit-left" | "already-erased";

/**
 * An account is deleted, by its owner with the password or by the server. All that says who it was goes in one transaction, with its
 * sessions; the ledger keeps its entries under an id that leads to nobody, and papers that were issued stand. Not while anything is
 * still open between the person and the network; credit may be given up, to the shipping reserve.
 */
export async function erasePerson(
  ctx: Context,
  { personId, password, givesUpCredit = false }: Input,
): Promise<Result<object, Reason>> {
  permit(ctx.actor, "erase-person", { personId });
  if (!ctx.actor.isServer) {
    const limit = { key: `own-password:${personId}`, ...TRY_LIMITS.ownPassword };
    if (!(await inTransaction((tx) => withinLimits(tx, [limit], ctx.now)))) return refuse("too-many-tries");
    const person = await findCredentials({ personId });
    if (!person?.passwordHash || !(await ctx.passwords.verify(person.passwordHash, password)))
      return refuse("own-password-wrong", { password: "own-password-wrong" });
  }
  return inTransaction(async (tx): Promise<Result<object, Reason>> => {
    const hindrances = await listErasureHindrances(ctx.actor, personId);
    if (hindrances.some((hindrance) => hindrance !== "credit-left")) return refuse("account-not-settled");
    const left = negate(await balanceOf(accountCode("buyer-credit", { kind: "buyer", id: personId })));
    if (left < 0) return refuse("account-not-settled");
    if (left > 0 && !givesUpCredit) return refuse("credit-left", { givesUpCredit: "credit-left" });
    if (!(await erasePersonRows(tx, { personId, now: ctx.now }))) return refuse("already-erased");
    if (left > 0)
      await post(tx, creditGivenUpEntry({ personId, amount: left }), {
        ...{ actorId: ctx.actor.personId, now: ctx.now, newId: ctx.newId },
      });
    await recordActivity(tx, ctx, { what: "erase-person", subject: personId });
    return { ok: true };
  });
}
