import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import type { Context } from "#app/usecases/context.ts";
import { cookiesFor } from "#app/web/cookies.server.ts";
import { testContext } from "./context.ts";

type Opened = { path: string; params?: Record<string, string>; ctx?: Context };

/** What a route's loader gets when somebody opens a path: by GET, signed out unless the context says who asks. */
export function opening({ path, params = {}, ctx = testContext() }: Opened): LoaderFunctionArgs {
  const visit: Awaited<ReturnType<AppLoadContext["visit"]>> = {
    ctx,
    cookies: cookiesFor({ origin: ctx.origin, secret: "only-for-tests" }),
    sessionTokenHash: null,
    sessionHandle: null,
    sessionSeenAt: null,
    basketToken: null,
    display: { theme: "device", savesData: false },
    savesData: false,
    address: "127.0.0.1",
  };
  return {
    request: new Request(new URL(path, ctx.origin)),
    params,
    context: { nonce: "nonce", requestId: "request", visit: async () => visit },
  };
}
