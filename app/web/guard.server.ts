import type { ReadableStream } from "node:stream/web";
import type { MiddlewareHandler } from "hono";
import { cutUploads } from "./cut-uploads.server.ts";
import type { Refuse } from "./refusal-page.server.ts";

const METHODS = new Set(["GET", "HEAD", "POST", "OPTIONS"]);
const MAX_URL = 8_000;
const MB = 1024 * 1024;
/** A photo may have 8 MB, a form several photos. Of what is larger, files are cut, so that its form still shows what was typed. */
const MAX_UPLOAD = 24 * MB;
const FILE_AT_MOST = 8 * MB;
const MAX_FORM = 256 * 1024;
/** So much of what is too large is still read, and thrown away: a browser that cannot finish sending shows no answer at all. */
const MAX_DRAINED = 64 * MB;
/** All bodies in memory at one time: many large ones at once wait their turn. */
const MAX_HELD = 96 * MB;
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** The origins that mean this site. On a loopback address its other names count too: they are the same machine. */
export function ownOrigins(origin: string): Set<string> {
  const { protocol, hostname, port } = new URL(origin);
  const names = LOOPBACK.includes(hostname) ? LOOPBACK : [hostname];
  return new Set(names.map((name) => `${protocol}//${name}${port ? `:${port}` : ""}`));
}

/** Stock Remix answers 500 to odd methods, hosts and addresses; this stands in front of it and says no in time. */
export function protocolGuard({
  origin,
  trustProxy,
  refuse,
}: {
  origin: string;
  trustProxy: boolean;
  refuse: Refuse;
}): MiddlewareHandler {
  const hosts = new Set([...ownOrigins(origin)].map((own) => new URL(own).host));
  return async (c, next) => {
    if (!METHODS.has(c.req.method)) return refuse(c, { status: 405, why: "method not allowed" });
    if (c.req.method === "OPTIONS") return c.body(null, 204, { Allow: [...METHODS].join(", ") });
    if (c.req.url.length > MAX_URL) return refuse(c, { status: 414, why: "address too long" });
    const host = (trustProxy && c.req.header("x-forwarded-host")) || c.req.header("host") || "";
    if (!hosts.has(host.toLowerCase())) return refuse(c, { status: 400, why: "unknown host" });
    const { pathname } = new URL(c.req.url);
    try {
      const plain = decodeURIComponent(pathname);
      if (/[\p{Cc}\\]/u.test(plain) || plain.includes("//")) return refuse(c, { status: 400, why: "bad address" });
    } catch {
      return refuse(c, { status: 400, why: "bad address" });
    }
    return next();
  };
}

/**
 * Every unsafe request must come from a page of ours: Origin, or where a client sends none, Sec-Fetch-Site or Referer.
 * Stands in front of Remix, whose own check leaves out resource routes and `?_data=` requests.
 */
export function originGuard({
  origin,
  exempt,
  refuse,
}: {
  origin: string;
  exempt: string[];
  refuse: Refuse;
}): MiddlewareHandler {
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
    return allowed ? next() : refuse(c, { status: 403, why: "this form did not come from here" });
  };
}

/** Reads the body up to a limit and counts real bytes, since Remix would take any amount. */
export function bodyGuard({ refuse }: { refuse: Refuse }): MiddlewareHandler {
  let held = 0;
  return async (c, next) => {
    if (c.req.method !== "POST") return next();
    const type = c.req.header("content-type") ?? "";
    const isUpload = type.startsWith("multipart/form-data");
    const limit = isUpload ? MAX_UPLOAD : MAX_FORM;
    const declared = Number(c.req.header("content-length") ?? 0);
    if (declared > MAX_DRAINED) return refuse(c, { status: 413, why: "too large" });
    if (isUpload && declared > limit && c.req.raw.body && held + declared <= MAX_HELD) {
      held += declared;
      try {
        const cut = await cutUploads({ body: c.req.raw.body as ReadableStream, type, fileAtMost: FILE_AT_MOST });
        if (!cut || cut.body.length > MAX_DRAINED) return await refuse(c, { status: 413, why: "too large" });
        c.set("body", cut.body);
        c.set("bodyType", cut.type);
        return await next();
      } finally {
        held -= declared;
      }
    }
    const reader = c.req.raw.body?.getReader();
    if (!reader) return next();
    const chunks: Uint8Array[] = [];
    let size = 0;
    let kept = 0;
    const drop = () => {
      held -= kept;
      kept = 0;
      chunks.length = 0;
    };
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        size += value.byteLength;
        if (size > MAX_DRAINED) {
          await reader.cancel();
          break;
        }
        if (size > limit || declared > limit) {
          drop();
          continue;
        }
        kept += value.byteLength;
        held += value.byteLength;
        if (held > MAX_HELD) {
          await reader.cancel();
          return await refuse(c, { status: 503, why: "busy" });
        }
        chunks.push(value);
      }
      if (size > limit) return await refuse(c, { status: 413, why: "too large" });
      c.set("body", Buffer.concat(chunks));
      return await next();
    } finally {
      drop();
    }
  };
}
