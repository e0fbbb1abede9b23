import { Link } from "@remix-run/react";
import type { GroupKind } from "#app/domain/group-kind.ts";
import { type Actor, may } from "#app/domain/permissions.ts";
import { isCooperative } from "#app/domain/savings.ts";
import { useWords } from "#app/i18n/words.tsx";

/** The rooms of a group's house, and who finds which door open. */
const ROOMS = [
  { key: "listings", permission: "edit-listing", path: "/desk/:group/listings" },
  { key: "counter", permission: "sell-at-counter", path: "/desk/:group/counter" },
  { key: "consignments", permission: "see-consignments", path: "/desk/:group/consignments" },
  { key: "deliveries", permission: "record-delivery", path: "/desk/:group/deliveries" },
  { key: "lots", permission: "see-lots", path: "/desk/:group/lots" },
  { key: "cycles", permission: "see-cycles", path: "/desk/:group/cycles" },
  { key: "entrustments", permission: "see-entrustments", path: "/desk/:group/entrustments" },
  { key: "books", permission: "see-books", path: "/books/:group" },
  { key: "own-money", permission: "see-member-statement", path: "/books/:group/members/:member" },
  { key: "savings", permission: "see-savings", path: "/books/:group/members/:member/savings" },
  { key: "members", permission: "see-members", path: "/desk/:group/members" },
  { key: "reviews", permission: "answer-review", path: "/desk/:group/reviews" },
  { key: "complaints", permission: "answer-complaint", path: "/desk/:group/complaints" },
  { key: "page", permission: "edit-group-page", path: "/desk/:group/page" },
] as const;
export type RoomKey = (typeof ROOMS)[number]["key"];

/** Who sews or carves brings no harvest: these would only stand in the way. */
const HARVEST_ROOMS: readonly RoomKey[] = ["deliveries", "lots", "cycles"];
const WITHOUT_HARVEST: readonly GroupKind[] = ["boutique", "craft"];
/** A harvest is brought and sold, not left on a shelf. */
const WITHOUT_SHELF: readonly GroupKind[] = ["farm", "fishery"];

/** The rooms that are open to somebody; the own statement only to who is a member. */
export function roomsOf(actor: Actor, { id: groupId, kind }: { id: string; kind: GroupKind }) {
  const memberId = actor.memberships.find((membership) => membership.groupId === groupId)?.memberId ?? "";
  const open = ROOMS.filter(({ key, permission }) =>
    key === "own-money" || key === "savings" ? memberId !== "" : may(actor, permission, { groupId, memberId }),
  )
    .filter(({ key }) => !(HARVEST_ROOMS.includes(key) && WITHOUT_HARVEST.includes(kind)))
    .filter(({ key }) => !(key === "entrustments" && WITHOUT_SHELF.includes(kind)))
    .filter(({ key }) => key !== "savings" || isCooperative(kind));
  return { rooms: open.map(({ key }) => key), memberId };
}

type RoomLinksProps = { slug: string; memberId: string; rooms: RoomKey[] };

export function RoomLinks({ slug, memberId, rooms }: RoomLinksProps) {
  const { t } = useWords();
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
      {ROOMS.filter((room) => rooms.includes(room.key)).map((room) => (
        <li key={room.key} className="grid">
          <Link
            to={room.path.replace(":group", slug).replace(":member", memberId)}
            className="block min-h-11 rounded-field border border-line bg-paper p-3 no-underline hover:border-sea"
          >
            <span className="block font-semibold text-sea underline underline-offset-2">
              {t(`sell.room.${room.key}`)}
            </span>
            <span className="block text-sm leading-snug text-quiet">{t(`sell.room.${room.key}.text`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
