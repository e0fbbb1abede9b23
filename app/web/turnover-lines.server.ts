import { monthNamed } from "#app/domain/period.ts";
import { spanOfYear } from "#db/read/surplus.ts";
import { listSold } from "#db/read/turnover-lines.ts";

const PAGE = 50;

type Asked = { url: URL; groupId: string; memberId: string; year: number };

/** The page that the address asks for of what made a member's turnover of a year, or of one month of it. */
export async function openSold({ url, groupId, memberId, year }: Asked) {
  const named = url.searchParams.get("month") ?? "";
  const month = named.startsWith(`${year}-`) ? monthNamed(named) : undefined;
  const span = month ? { from: new Date(month.fromMs), until: new Date(month.untilMs) } : spanOfYear(year);
  const asked = url.searchParams.get("page") ?? "1";
  const page = /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
  const rows = await listSold({ groupId, memberId, ...span, limit: PAGE + 1, offset: (page - 1) * PAGE });
  return {
    ...{ month: month ? named : null, page, hasMore: rows.length > PAGE },
    rows: rows.slice(0, PAGE).map(({ entryId, lineId, name, orderNumber, parts, kind, at, sequence, gross }) => ({
      ...{ key: `${entryId} ${lineId ?? ""}`, kind, at, sequence, gross },
      line: lineId === null ? null : { id: lineId, name, order: orderNumber ?? "" },
      own: parts.find((part) => part.memberId === memberId)?.amount ?? 0,
    })),
  };
}
