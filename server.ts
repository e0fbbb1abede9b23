import { randomUUID } from "node:crypto";
import * as build from "virtual:remix/server-build";
import { type ServerType, serve } from "@hono/node-server";
import { getConnInfo } from "@hono/node-server/conninfo";
import { serveStatic } from "@hono/node-server/serve-static";
import { createRequestHandler } from "@remix-run/node";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { NONCE, type SecureHeadersVariables, secureHeaders } from "hono/secure-headers";
import { config, openContext } from "#app/context.server.ts";
import { startClock } from "#app/jobs/clock.ts";
import stylesheet from "#app/ui/theme.css?url";
import { cookiesFor } from "#app/web/cookies.server.ts";
import { bodyGuard, originGuard, protocolGuard } from "#app/web/guard.server.ts";
import { log } from "#app/web/log.server.ts";
import { refusalPages } from "#app/web/refusal-page.server.ts";
import { openVisit, type Visit } from "#app/web/visit.server.ts";
import { closeDatabase } from "#db/client.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { isReady } from "#db/read/health.ts";

type Env = { Variables: SecureHeadersVariables & { requestId: string; body?: Buffer; bodyType?: string } };

const WEBHOOKS = ["/hooks/stripe", "/hooks/stripe-accounts"];
const YEAR = 31_536_000;
/** How long /readyz says no before the door closes, so that whoever sends visitors here hears of it first. */
const NOTICE_MS = 500;
let draining = false;

export function createApp(): Hono<Env> {
  const { origin, trustProxy, sessionSecret, stripe } = config();
  const cookies = cookiesFor({ origin, secret: sessionSecret });
  const refuse = refusalPages({ cookies, stylesheet });
  const toRemix = createRequestHandler(build, process.env.NODE_ENV);
  const app = new Hono<Env>();

  app.get("/healthz", (c) => c.text("ok", 200, { "Cache-Control": "no-store" }));
  app.get("/readyz", async (c) => {
    const ready = !draining && (await isReady());
    return c.text(ready ? "ready" : "not ready", ready ? 200 : 503, { "Cache-Control": "no-store" });
  });

  app.use(async (c, next) => {
    const requestId = randomUUID();
    const started = performance.now();
    c.set("requestId", requestId);
    await next();
    c.res.headers.set("X-Request-Id", requestId);
    if (draining) c.res.headers.set("Connection", "close");
    log.info({
      requestId,
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round(performance.now() - started),
    });
  });
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", NONCE],
        styleSrc: ["'self'", NONCE],
        imgSrc: ["'self'", "data:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: [
          "'self'",
          "https://checkout.stripe.com",
          "https://connect.stripe.com",
          ...(stripe?.apiBase ? [new URL(stripe.apiBase).origin] : []),
        ],
        frameAncestors: ["'none'"],
      },
      strictTransportSecurity: origin.startsWith("https:") ? "max-age=31536000; includeSubDomains" : false,
      referrerPolicy: "same-origin",
      crossOriginOpenerPolicy: "same-origin",
      xFrameOptions: "DENY",
      permissionsPolicy: { camera: ["self"], geolocation: [], microphone: [] },
    }),
  );
  app.use(protocolGuard({ origin, trustProxy, refuse }));

  serveFixedFiles(app);

  app.use(originGuard({ origin, exempt: WEBHOOKS, refuse }));
  app.use(bodyGuard({ refuse }));
  app.use(compress());

  app.all("*", async (c) => {
    const request = asSeenByPages({ raw: c.req.raw, body: c.get("body"), bodyType: c.get("bodyType"), origin });
    const address =
      (trustProxy && c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim()) ||
      getConnInfo(c).remote.address ||
      "unknown";
    let visit: Promise<Visit> | undefined;
    const answer = await toRemix(request, {
      nonce: c.get("secureHeadersNonce") ?? "",
      requestId: c.get("requestId"),
      visit: () => {
        visit ??= openVisit({ request, cookies, address, openContext });
        return visit;
      },
    });
    // A page may show somebody's money: no cache on the way keeps it, unless the route said otherwise.
    if (!answer.headers.has("Cache-Control")) answer.headers.set("Cache-Control", "private, no-store");
    return answer;
  });
  return app;
}

/** What the build made: assets carry a hash in their names and are kept for good. */
function serveFixedFiles(app: Hono<Env>): void {
  const fixed = serveStatic({
    root: "build/client",
    precompressed: true,
    onFound: (path, c) => {
      c.header(
        "Cache-Control",
        path.includes("/assets/") ? `public, max-age=${YEAR}, immutable` : "public, max-age=3600",
      );
    },
  });
  app.get("/assets/*", fixed, (c) => c.text("not found", 404));
  app.get("/:file{[a-z0-9-]+\\.(svg|js|png|ico|txt|webmanifest)}", fixed);
}

type Guarded = { raw: Request; body: Buffer | undefined; bodyType: string | undefined; origin: string };

/** The request with our own address, whatever Host or X-Forwarded-* said, and the body that was counted. */
function asSeenByPages({ raw, body, bodyType, origin }: Guarded): Request {
  const { pathname, search } = new URL(raw.url);
  const headers = new Headers(raw.headers);
  for (const name of [...headers.keys()]) if (name.startsWith("x-forwarded-")) headers.delete(name);
  headers.set("host", new URL(origin).host);
  if (body && bodyType) {
    headers.set("content-type", bodyType);
    headers.set("content-length", String(body.length));
  }
  // The guard has compared it already; what Remix compares must not depend on the name of a loopback address.
  if (headers.has("origin")) headers.set("origin", origin);
  return new Request(new URL(pathname + search, origin), {
    method: raw.method,
    headers,
    signal: raw.signal,
    ...(body ? { body: new Uint8Array(body) } : {}),
  });
}

/** Migrates, listens, and on SIGTERM finishes what it has accepted before it goes. */
export async function start(): Promise<ServerType> {
  const { port, host, origin } = config();
  await migrate();
  const server = serve({ fetch: createApp().fetch, port, hostname: host });
  log.info({ origin, port }, "listening");
  const stopClock = startClock({
    openContext,
    holder: randomUUID(),
    report: ({ job, did, problem }) =>
      problem ? log.error({ job, err: problem }, "job failed") : log.info({ job, did }, "job done"),
  });
  const stop = () => {
    if (draining) return;
    draining = true;
    const clockStopped = stopClock();
    setTimeout(() => {
      server.close(() => {
        void clockStopped.then(closeDatabase).finally(() => process.exit(0));
      });
      if ("closeIdleConnections" in server) server.closeIdleConnections();
    }, NOTICE_MS);
    setTimeout(() => process.exit(1), 9_500).unref();
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  return server;
}

if (import.meta.env.PROD) await start();
