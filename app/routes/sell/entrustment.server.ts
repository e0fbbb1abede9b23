import { type Door, notFound } from "#app/web/door.server.ts";

/** The note that the path's :number names. */
export function numberOf({ param }: Pick<Door, "param">): number {
  const text = param("number");
  if (!/^[1-9]\d{0,8}$/.test(text)) throw notFound();
  return Number(text);
}
