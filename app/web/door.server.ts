import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { NotAllowed } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { databaseProblem } from "#db/problem.ts";
import type { Visit } from "./visit.server.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    nonce: string;
    requestId: string;
    visit: () => Promise<Visit>;
  }
}

/** What a route's loader or action works with. */
export type Door = {
  ctx: Context;
  visit: Visit;
  request: Request;
  url: URL;
  /** A part of the path that the pattern guarantees. */
  param: (name: string) => string;
};

/**
 * Wraps a loader or action: opens the visit, and turns what is thrown on purpose into pages. Somebody unknown is sent to sign in,
 * somebody known gets the 403 page, a busy or full database a 503 that says nothing was changed.
 */
export function door<Answer>(handle: (door: Door) => Promise<Answer>) {
  return async ({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs): Promise<Answer> => {
    const url = new URL(request.url);
    try {
      const visit = await context.visit();
      const param = (name: string): string => {
        const value = params[name];
        if (value === undefined) throw new Error(`the route has no :${name}`);
        return value;
      };
      return await handle({ ctx: visit.ctx, visit, request, url, param });
    } catch (problem) {
      throw answerTo({ problem, url, isRead: request.method === "GET" || request.method === "HEAD" });
    }
  };
}

function answerTo({ problem, url, isRead }: { problem: unknown; url: URL; isRead: boolean }): unknown {
  if (problem instanceof NotAllowed) {
    if (problem.signedIn) return new Response(null, { status: 403 });
    return redirect(`/sign-in?next=${encodeURIComponent(isRead ? url.pathname + withoutData(url) : "/")}`);
  }
  const kind = databaseProblem(problem);
  if (kind === "busy" || kind === "full") return new Response(null, { status: 503, headers: { "Retry-After": "5" } });
  return problem;
}

/** The query without the framework's own `_data`. */
function withoutData(url: URL): string {
  const query = new URLSearchParams(url.search);
  query.delete("_data");
  return query.size > 0 ? `?${query}` : "";
}

/** The 404 page. Also the answer for what exists but is not yours to know of. */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}

/**
 * Where to go next, from a form or query: only a path on this site, never another host, whatever tricks the text plays.
 */
export function safePath(text: string | null | undefined, fallback = "/"): string {
  if (!text || text.length > 2000 || !text.startsWith("/") || /[\\\p{Cc}]/u.test(text)) return fallback;
  const base = "http://site.invalid";
  try {
    const url = new URL(text, base);
    return url.origin === base && !url.pathname.startsWith("//") ? url.pathname + url.search : fallback;
  } catch {
    return fallback;
  }
}
