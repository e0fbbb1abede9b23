import type { Context as HonoContext, MiddlewareHandler } from "hono";

const METHODS = new Set(["GET", "HEAD", "POST", "OPTIONS"]);
const MAX_URL = 8_000;
/** A photo of 8 MB and the fields around it. */
const MAX_UPLOAD = 10 * 1024 * 1024;
const MAX_FORM = 256 * 1024;
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** The origins that mean this site. On a loopback address its other names count too: they are the same machine. */
export function ownOrigins(origin: string): Set<string> {
  const { protocol, hostname, port } = new URL(origin);
  const names = LOOPBACK.includes(hostname) ? LOOPBACK : [hostname];
  return new Set(names.map((name) => `${protocol}//${name}${port ? `:${port}` : ""}`));
}

function refuse(c: HonoContext, status: 400 | 403 | 405 | 413 | 414, why: string): Response {
  return c.text(why, status, { "Cache-Control": "no-store" });
}

/** Stock Remix answers 500 to odd methods, hosts and addresses; this stands in front of it and says no in time. */
export function protocolGuard({ origin, trustProxy }: { origin: string; trustProxy: boolean }): MiddlewareHandler {
  const hosts = new Set([...ownOrigins(origin)].map((own) => new URL(own).host));
  return async (c, next) => {
    if (!METHODS.has(c.req.method)) return refuse(c, 405, "method not allowed");
    if (c.req.method === "OPTIONS") return c.body(null, 204, { Allow: [...METHODS].join(", ") });
    if (c.req.url.length > MAX_URL) return refuse(c, 414, "address too long");
    const host = (trustProxy && c.req.header("x-forwarded-host")) || c.req.header("host") || "";
    if (!hosts.has(host.toLowerCase())) return refuse(c, 400, "unknown host");
    const { pathname } = new URL(c.req.url);
    try {
      const plain = decodeURIComponent(pathname);
      if (/[\p{Cc}\\]/u.test(plain) || plain.includes("//")) return refuse(c, 400, "bad address");
    } catch {
      return refuse(c, 400, "bad address");
    }
    return next();
  };
}

/**
 * Every unsafe request must come from a page of ours: Origin, or where a client sends none, Sec-Fetch-Site or Referer.
 * Stands in front of Remix, whose own check leaves out resource routes and `?_data=` requests.
 */
export function originGuard({ origin, exempt }: { origin: string; exempt: string[] }): MiddlewareHandler {
  const own = ownOrigins(origin);
  const isOwn = (text: string): boolean => {
    try {
      return own.has(new URL(text).origin);
    } catch {
      return false;
    }
  };
  return async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD" || exempt.includes(c.req.path)) return next();
    const from = c.req.header("origin");
    const referer = c.req.header("referer");
    const allowed =
      from !== undefined
        ? isOwn(from)
        : c.req.header("sec-fetch-site") === "same-origin" || (referer !== undefined && isOwn(referer));
    return allowed ? next() : refuse(c, 403, "this form did not come from here");
  };
}

/** Reads the body up to a limit and counts real bytes, since Remix would take any amount. */
export function bodyGuard(): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== "POST") return next();
    const type = c.req.header("content-type") ?? "";
    const limit = type.startsWith("multipart/form-data") ? MAX_UPLOAD : MAX_FORM;
    const declared = Number(c.req.header("content-length") ?? 0);
    if (declared > limit) return refuse(c, 413, "too large");
    const body = c.req.raw.body;
    if (!body) return next();
    const chunks: Uint8Array[] = [];
    let size = 0;
    const reader = body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > limit) {
        await reader.cancel();
        return refuse(c, 413, "too large");
      }
      chunks.push(value);
    }
    c.set("body", Buffer.concat(chunks));
    return next();
  };
}
