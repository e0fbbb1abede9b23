import { Link } from "@remix-run/react";
import { currentOf, type MenuItem } from "#app/domain/menu.ts";
import { useWords } from "#app/i18n/words.tsx";
import { NavIcon } from "./nav-icon.tsx";

/** A way with the number that stands on it: things in the basket, or tasks that wait there. */
export type MenuShown = Pick<MenuItem, "key" | "path"> & { count: number };
export type Menu = { bar: MenuShown[]; wide: MenuShown[] };

const NAV =
  "flex max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-20 max-md:border-t max-md:border-line max-md:bg-card max-md:px-1 max-md:pb-[env(safe-area-inset-bottom)] max-md:shadow-card md:grow md:flex-wrap md:justify-end md:gap-x-1";

const LINK =
  "group relative flex min-h-14 min-w-11 flex-auto flex-col items-center justify-center gap-0.5 px-0.5 pt-1 text-center text-xs leading-tight font-semibold text-quiet no-underline max-md:border-t-4 max-md:border-transparent max-md:[&[aria-current]]:border-sea max-md:[&[aria-current]]:text-sea md:min-h-11 md:flex-none md:flex-row md:gap-1.5 md:rounded-field md:px-2.5 md:pt-0 md:text-base md:bg-bar md:text-on-bar md:hover:underline md:[&[aria-current]]:underline md:[&[aria-current]]:decoration-4 md:[&[aria-current]]:underline-offset-8";

/** The way to everything: a bar at the bottom of a phone, within the thumb's reach; in the header where there is width. */
export function MainNav({ menu, here }: { menu: Menu; here: string }) {
  const { t } = useWords();
  const current = currentOf([...menu.bar, ...menu.wide], here);
  return (
    <nav aria-label={t("nav.main")} className={NAV}>
      {menu.bar.slice(0, -1).map((item) => (
        <MenuLink key={item.key} item={item} current={current} />
      ))}
      {menu.wide.map((item) => (
        <MenuLink key={item.key} item={item} current={current} className="max-md:hidden" />
      ))}
      {/* One's own account, or the way to it, stands at the end. */}
      {menu.bar.slice(-1).map((item) => (
        <MenuLink key={item.key} item={item} current={current} />
      ))}
    </nav>
  );
}

type MenuLinkProps = { item: MenuShown; current: ReturnType<typeof currentOf>; className?: string };

function MenuLink({ item, current, className = "" }: MenuLinkProps) {
  const { t } = useWords();
  const place = current?.path === item.path ? current.place : undefined;
  return (
    <Link to={item.path} aria-current={place} className={`${LINK} ${className}`}>
      <NavIcon of={item.key} />
      <span>{t(`menu.${item.key}`)}</span>
      {item.count > 0 ? (
        <span className="rounded-full bg-gold-soft px-1.5 text-xs font-bold text-gold-ink max-md:absolute max-md:start-1/2 max-md:top-0.5 max-md:ms-2">
          <span aria-hidden="true">{item.count > 99 ? "99+" : item.count}</span>
          <span className="sr-only">
            {`, ${t(item.key === "basket" ? "menu.in-basket" : "menu.tasks", { count: item.count })}`}
          </span>
        </span>
      ) : null}
    </Link>
  );
}
