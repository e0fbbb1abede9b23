import { door } from "#app/web/door.server.ts";

/** Pages that are somebody's own, or that only lead to a form. */
const NOT_TO_SEARCH = [
  ...[
    "/account",
    "/basket",
    "/books",
    "/checkout",
    "/deliveries",
    "/desk",
    "/gifts",
    "/hooks",
    "/join",
    "/operate",
    "/orders",
  ],
  ...["/payments", "/reset-password", "/runs", "/sign-in", "/sign-up", "/track"],
];

export const loader = door(async ({ ctx }) => {
  const lines = ["User-agent: *", ...NOT_TO_SEARCH.map((path) => `Disallow: ${path}`), ""];
  return new Response([...lines, `Sitemap: ${new URL("/sitemap.xml", ctx.origin).href}`, ""].join("\n"), {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
});
