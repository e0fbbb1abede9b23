import { door, notFound } from "#app/web/door.server.ts";

export const loader = door(async () => {
  throw notFound();
});

export const action = door(async () => {
  throw notFound();
});

export default function NotFound() {
  return null;
}
