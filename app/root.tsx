import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { countBasketLines } from "#db/read/baskets.ts";
import { countUnread } from "#db/read/messages.ts";
import { DEFAULT_DISPLAY, type Theme } from "./domain/display.ts";
import { type MenuItem, menuOf } from "./domain/menu.ts";
import { countTasks } from "./domain/open-task.ts";
import { NOBODY } from "./domain/permissions.ts";
import { WordsProvider } from "./i18n/words.tsx";
import { Frame } from "./ui/frame.tsx";
import { PageRequest, SavesData } from "./ui/page-request.ts";
import { Problem } from "./ui/problem.tsx";
import theme from "./ui/theme.css?url";
import { touchSession } from "./usecases/account/touch-session.ts";
import { door } from "./web/door.server.ts";
import { openTasksOf } from "./web/tasks.server.ts";
import { basketOwner } from "./web/visit.server.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: theme },
  { rel: "icon", href: "/favicon.ico", sizes: "32x32" },
  { rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/lumbung.webmanifest" },
];

/** The browser's own bar continues ours: --bar in app/ui/tokens.css. */
const BAR_COLOURS = { light: "#0b5563", dark: "#0a2f38" } as const;

export const meta: MetaFunction = () => [{ title: "Lumbung" }];

export const loader = door(async ({ ctx, visit, url }) => {
  const { actor, locale } = ctx;
  const query = new URLSearchParams(url.search);
  query.delete("_data");
  const { sessionTokenHash: tokenHash, sessionSeenAt: seenAt } = visit;
  // A page that can be read is shown, also when its reading cannot be written down.
  if (actor.personId && tokenHash && seenAt) await touchSession(ctx, { tokenHash, seenAt }).catch(() => undefined);
  const tasks = await openTasksOf(visit);
  const basketCount = await countBasketLines(basketOwner(visit));
  const shown = ({ key, path, tasksOf }: MenuItem) => ({
    key,
    path,
    count: key === "basket" ? basketCount : countTasks(tasks, tasksOf),
  });
  const { bar, wide } = menuOf(actor);
  return {
    locale,
    isSignedIn: actor.personId !== null,
    unreadCount: await countUnread(actor.personId),
    menu: { bar: bar.map(shown), wide: wide.map(shown) },
    isDemo: ctx.isDemo,
    display: visit.display,
    savesData: visit.savesData,
    here: url.pathname + (query.size > 0 ? `?${query}` : ""),
  };
});

/** On a page that could not be made not even the visitor is known. */
const ANYBODYS_MENU = { bar: menuOf(NOBODY).bar.map(({ key, path }) => ({ key, path, count: 0 })), wide: [] };

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const locale = data?.locale ?? "id";
  const { nonce } = useContext(PageRequest);
  const display = data?.display ?? DEFAULT_DISPLAY;
  const savesData = data?.savesData ?? false;
  return (
    <html lang={locale} data-theme={display.theme} data-saver={savesData ? "" : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <BarColour theme={display.theme} />
        <Meta />
        <Links />
      </head>
      <body>
        <WordsProvider locale={locale}>
          <SavesData.Provider value={savesData}>
            <Frame
              menu={data?.menu ?? ANYBODYS_MENU}
              isSignedIn={data?.isSignedIn ?? false}
              unreadCount={data?.unreadCount ?? 0}
              isDemo={data?.isDemo ?? false}
              here={data?.here ?? "/"}
              display={display}
            >
              {children}
            </Frame>
          </SavesData.Provider>
        </WordsProvider>
        {/* Pages are whole without JavaScript; this small script only makes them nicer (docs/decisions/0004). */}
        <script type="module" src="/enhance.js" nonce={nonce} />
      </body>
    </html>
  );
}

function BarColour({ theme }: { theme: Theme }) {
  if (theme !== "device") return <meta name="theme-color" content={BAR_COLOURS[theme]} />;
  return (
    <>
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={BAR_COLOURS.light} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={BAR_COLOURS.dark} />
    </>
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
