import type { TaskRole } from "./open-task.ts";
import { type Actor, may } from "./permissions.ts";

/** A way in the menu that stands on every page. */
export type MenuKey =
  | "home"
  | "listings"
  | "groups"
  | "basket"
  | "sign-in"
  | "account"
  | "orders"
  | "desk"
  | "consignments"
  | "books"
  | "own-money"
  | "runs"
  | "deliveries"
  | "operate"
  | "payments";

export type MenuItem = {
  key: MenuKey;
  path: string;
  /** Whose tasks wait behind it: their number stands on it. */
  tasksOf: readonly TaskRole[];
};

const item = (key: MenuKey, path: string, tasksOf: readonly TaskRole[] = []): MenuItem => ({ key, path, tasksOf });

const HOME = item("home", "/");
const LISTINGS = item("listings", "/listings");
const GROUPS = item("groups", "/groups");
const BASKET = item("basket", "/basket");
const ACCOUNT = item("account", "/account");
const ORDERS = item("orders", "/account/orders", ["buyer"]);
const DESK = item("desk", "/desk", ["group", "member", "buyer"]);
const RUNS = item("runs", "/runs", ["hub"]);
/** For whoever keeps a pick-up point. */
const PICK_UPS = item("deliveries", "/pick-ups");
const OPERATE = item("operate", "/operate", ["operator"]);

/** What a phone's bar holds beside each other. */
export const BAR_AT_MOST = 5;

/**
 * The ways that this person takes most, the start page first: four or five for the bar of a phone, and those that a wide screen has
 * room for besides.
 */
export function menuOf(actor: Actor): { bar: MenuItem[]; wide: MenuItem[] } {
  if (actor.personId === null) return { bar: [HOME, LISTINGS, GROUPS, BASKET, item("sign-in", "/sign-in")], wide: [] };
  if (actor.isOperator)
    return {
      bar: [OPERATE, item("payments", "/operate/payments"), RUNS, LISTINGS, ACCOUNT],
      wide: [GROUPS, BASKET, ...(actor.memberships.length > 0 ? [DESK] : [])],
    };
  const keeps = actor.hubIds.length > 0;
  const keepsPoint = actor.pointIds.length > 0;
  if (actor.memberships.length > 0) {
    const own = keeps ? RUNS : keepsPoint ? PICK_UPS : roomOf(actor);
    return { bar: [DESK, ...(own ? [own] : []), LISTINGS, BASKET, ACCOUNT], wide: [GROUPS] };
  }
  if (keeps) return { bar: [RUNS, item("deliveries", "/deliveries"), LISTINGS, BASKET, ACCOUNT], wide: [GROUPS] };
  if (keepsPoint) return { bar: [PICK_UPS, LISTINGS, BASKET, ORDERS, ACCOUNT], wide: [GROUPS] };
  return { bar: [HOME, LISTINGS, BASKET, ORDERS, ACCOUNT], wide: [GROUPS] };
}

/** The room in which somebody of one group works most; null for who has several groups, since the desk leads there. */
function roomOf(actor: Actor): MenuItem | null {
  const [membership, ...more] = actor.memberships;
  if (!membership || more.length > 0) return null;
  const { groupId, groupSlug, memberId } = membership;
  if (may(actor, "see-books", { groupId })) return item("books", `/books/${groupSlug}`);
  if (may(actor, "see-consignments", { groupId })) return item("consignments", `/desk/${groupSlug}/consignments`);
  return item("own-money", `/books/${groupSlug}/members/${memberId}`);
}

/** Where somebody's work is: they land there after signing in. */
export function startOf(actor: Actor): string {
  return menuOf(actor).bar[0]?.path ?? "/";
}

/** Where on the site a menu's way stands for a page: the page itself, somewhere within it, or elsewhere. */
export function placeOf(item: Pick<MenuItem, "path">, here: string): "page" | "true" | undefined {
  const [path = "/"] = here.split("?");
  if (path === item.path) return "page";
  return item.path !== "/" && path.startsWith(`${item.path}/`) ? "true" : undefined;
}

/** The one way that a page belongs to: the longest that fits, so that two are never marked at once. */
export function currentOf(
  items: readonly Pick<MenuItem, "path">[],
  here: string,
): { path: string; place: "page" | "true" } | null {
  const fitting = items.flatMap(({ path }) => {
    const place = placeOf({ path }, here);
    return place ? [{ path, place }] : [];
  });
  return fitting.toSorted((a, b) => b.path.length - a.path.length)[0] ?? null;
}
