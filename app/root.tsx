import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { countBasketLines } from "#db/read/baskets.ts";
import { countUnread } from "#db/read/messages.ts";
import { WordsProvider } from "./i18n/words.tsx";
import { Frame } from "./ui/frame.tsx";
import { PageRequest } from "./ui/page-request.ts";
import { Problem } from "./ui/problem.tsx";
import theme from "./ui/theme.css?url";
import { touchSession } from "./usecases/account/touch-session.ts";
import { door } from "./web/door.server.ts";
import { basketOwner } from "./web/visit.server.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: theme },
  { rel: "icon", href: "/lumbung.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = () => [{ title: "Lumbung" }];

export const loader = door(async ({ ctx, visit, url }) => {
  const { actor, locale } = ctx;
  const query = new URLSearchParams(url.search);
  query.delete("_data");
  const { sessionTokenHash: tokenHash, sessionSeenAt: seenAt } = visit;
  // A page that can be read is shown, also when its reading cannot be written down.
  if (actor.personId && tokenHash && seenAt) await touchSession(ctx, { tokenHash, seenAt }).catch(() => undefined);
  return {
    locale,
    person: actor.personId
      ? {
          name: actor.name ?? "",
          isOperator: actor.isOperator,
          keepsHub: actor.hubIds.length > 0,
          hasGroup: actor.memberships.length > 0,
        }
      : null,
    unreadCount: await countUnread(actor.personId),
    basketCount: await countBasketLines(basketOwner(visit)),
    isDemo: ctx.isDemo,
    here: url.pathname + (query.size > 0 ? `?${query}` : ""),
  };
});

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const locale = data?.locale ?? "id";
  const { nonce } = useContext(PageRequest);
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b5563" />
        <Meta />
        <Links />
      </head>
      <body>
        <WordsProvider locale={locale}>
          <Frame
            person={data?.person ?? null}
            unreadCount={data?.unreadCount ?? 0}
            basketCount={data?.basketCount ?? 0}
            isDemo={data?.isDemo ?? false}
            here={data?.here ?? "/"}
          >
            {children}
          </Frame>
        </WordsProvider>
        {/* Pages are whole without JavaScript; this small script only makes them nicer (docs/decisions/0004). */}
        <script type="module" src="/enhance.js" nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const { requestId } = useContext(PageRequest);
  return <Problem status={status} reference={requestId} />;
}
