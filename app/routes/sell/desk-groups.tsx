import { Link } from "@remix-run/react";
import type { GroupKind } from "#app/domain/group-kind.ts";
import type { Office } from "#app/domain/who.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Badge, Card } from "#app/ui/page.tsx";
import { AddGoods } from "./add-goods.tsx";
import { type RoomKey, RoomLinks } from "./rooms.tsx";

export type GroupShown = {
  slug: string;
  name: string;
  state: "waiting" | "active" | "suspended";
  kind: GroupKind;
  offices: Office[];
  memberId: string;
  rooms: RoomKey[];
};

/** A person's groups, each with the rooms that are open to them. */
export function DeskGroups({ groups }: { groups: GroupShown[] }) {
  const { t } = useWords();
  return groups.map((group) => (
    <Card key={group.slug} className="grid gap-3">
      <h2>
        <Link to={`/desk/${group.slug}`} className="inline-flex min-h-11 items-center text-sea underline">
          {group.name}
        </Link>
      </h2>
      <p className="flex flex-wrap items-center gap-2">
        {group.offices.map((office) => (
          <Badge key={office}>{t(`office.${office}`)}</Badge>
        ))}
        {group.offices.length === 0 ? <Badge>{t("account.groups.member")}</Badge> : null}
        {group.state === "waiting" ? <Badge tone="warn">{t("account.groups.waiting")}</Badge> : null}
        {group.state === "suspended" ? <Badge tone="bad">{t("group.suspended")}</Badge> : null}
      </p>
      {group.rooms.includes("listings") ? <AddGoods slug={group.slug} kind={group.kind} /> : null}
      <RoomLinks slug={group.slug} memberId={group.memberId} rooms={group.rooms} />
    </Card>
  ));
}
