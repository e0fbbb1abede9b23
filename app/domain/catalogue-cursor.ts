/**
 * Where a page of the catalogue begins or ends: the sorting figure of a listing (its price, or when it was published in milliseconds
 * since 1970, or 0 where a search ranks) and its id, which breaks ties. Unlike a page's number it stays right while listings come and go.
 */
export type CatalogueCursor = { direction: "after" | "before"; key: number; id: string };

const CURSOR = /^(\d{1,15})\.([\w-]{1,64})$/;

/** @returns null for what is no cursor: the first page is shown then */
export function readCursor(parameters: Pick<URLSearchParams, "get">): CatalogueCursor | null {
  for (const direction of ["after", "before"] as const) {
    const read = CURSOR.exec(parameters.get(direction) ?? "");
    if (read) return { direction, key: Number(read[1]), id: read[2] ?? "" };
  }
  return null;
}

export function writeCursor({ key, id }: Pick<CatalogueCursor, "key" | "id">): string {
  return `${key}.${id}`;
}
