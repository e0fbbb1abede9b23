import { Link } from "@remix-run/react";

/** Pick-up points as links to their own pages. */
export function PickUpPoints({ points }: { points: { id: string; name: string; zoneName: string }[] }) {
  return (
    <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
      {points.map((point) => (
        <li key={point.id}>
          <Link
            to={`/pick-up-points/${point.id}`}
            className="inline-flex min-h-11 items-center text-sea underline underline-offset-2"
          >
            {point.name}
          </Link>{" "}
          <span className="text-sm text-quiet">{point.zoneName}</span>
        </li>
      ))}
    </ul>
  );
}
