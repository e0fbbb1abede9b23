import type { MenuKey } from "#app/domain/menu.ts";

/** Drawn on a field of 24 by 24 with a line that takes the text's colour. */
const LINES: Record<MenuKey, string> = {
  home: "M3 11.5 12 4l9 7.5M5.5 10v10h13V10M10 20v-6h4v6",
  listings: "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z",
  groups:
    "M8.5 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM16 12a2.5 2.5 0 1 0 0-5M3 19c0-3.5 2.4-5.5 5.5-5.5S14 15.5 14 19zM16.5 14c2.7 0 4.5 1.8 4.5 5h-3",
  basket: "M3 9h18l-2 11H5zM8 9l3-5M16 9l-3-5M9.5 13v4M14.5 13v4",
  "sign-in": "M14 4h5v16h-5M4 12h10M10.5 8l4 4-4 4",
  account: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4.5 3.5-7 8-7s8 2.5 8 7",
  orders: "M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6",
  desk: "M3 9h18M5 9v11M19 9v11M5 14h14M9 5h6v4H9z",
  consignments: "M4 8l8-4 8 4v9l-8 4-8-4zM4 8l8 4 8-4M12 12v9",
  books: "M4 5c3-1 6-.5 8 1 2-1.5 5-2 8-1v14c-3-1-6-.5-8 1-2-1.5-5-2-8-1zM12 6v14",
  "own-money": "M4 7h16v11H4zM12 15a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM7 10v5M17 10v5",
  runs: "M3 15h18l-2.5 5h-13zM12 3v12M12 4l6 7h-6M12 7l-4 5h4",
  deliveries: "M4 12l5 5L20 6M4 18l2 2",
  operate: "M4 20V10M10 20V4M16 20v-7M22 20H2",
  payments: "M3 6h18v12H3zM3 10h18M7 15h4",
};

export function NavIcon({ of: key }: { of: MenuKey }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className="size-6 shrink-0 md:size-5">
      <path
        d={LINES[key]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
