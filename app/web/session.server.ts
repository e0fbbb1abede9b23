import { type Arrival, deviceLabel } from "#app/domain/session.ts";
import { basketOwner, type Visit } from "./visit.server.ts";

/** How this visitor comes to a sign-in. */
export function arrivalOf(visit: Visit, request: Request): Arrival {
  const owner = basketOwner(visit);
  return {
    address: visit.address,
    device: deviceLabel(request.headers.get("user-agent") ?? ""),
    previousTokenHash: visit.sessionTokenHash,
    basketId: owner && "basketId" in owner ? owner.basketId : null,
  };
}

/** The cookies of a session that begins: its token; the guest's basket is the person's now. Orders placed here stay known. */
export async function signedInHeaders({ cookies }: Visit, token: string): Promise<Headers> {
  const headers = new Headers();
  headers.append("Set-Cookie", await cookies.session.serialize(token));
  headers.append("Set-Cookie", await cookies.basket.serialize("", { maxAge: 0 }));
  return headers;
}

/** The cookies of a session that ended. */
export async function signedOutHeaders({ cookies }: Visit): Promise<Headers> {
  const headers = new Headers();
  headers.append("Set-Cookie", await cookies.session.serialize("", { maxAge: 0 }));
  return headers;
}

const MISTYPED = ["sign-in-wrong", "own-password-wrong", "reset-wrong"];

/** 429 where somebody tried too often, 422 where something secret was mistyped, 409 for every other "no". */
export function statusOf({ reason }: { reason: string }): number {
  if (reason === "too-many-tries") return 429;
  return MISTYPED.includes(reason) || reason.startsWith("password-") ? 422 : 409;
}
