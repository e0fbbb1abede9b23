/** Drawn on a field of 24 by 24 with a line that takes the text's colour; the word always stands beside it. */
const LINES = {
  receive: "M3 9l9-5 9 5v11H3zM12 8v8M8.5 12.5 12 16l3.5-3.5",
  packing: "M4 8l8-4 8 4v9l-8 4-8-4zM4 8l8 4 8-4M12 12v9",
  load: "M3 15h18l-2.5 5h-13zM8 15V8h8v7M12 2v5M9.5 4.5 12 7l2.5-2.5",
  label: "M3 11V4h7l11 11-7 7zM7.5 8.5h.01",
  manifest: "M6 3h12v18H6zM9 8h6M9 12h6M9 16h3",
  arrival: "M3 16h18l-2.5 5h-13zM12 3v13M12 4l6 6h-6M4 9l3 3 5-6",
  "hand-over": "M3 13h5l4 3h4M3 19h9l8-5M14 4h6v6h-6z",
  waiting: "M7 3h10M7 21h10M8 3c0 5 8 6 8 9s-8 4-8 9M16 3c0 5-8 6-8 9s8 4 8 9",
  paper: "M6 3h9l4 4v14H6zM9 10h2v2H9zM13 11h3M9 15h2v2H9zM13 16h3",
  "type-in": "M3 6h18v12H3zM6 10h1M10 10h1M14 10h1M18 10h.01M7 14h10",
  missing: "M5 5l14 14M19 5 5 19",
  damaged: "M4 8l8-4 8 4v9l-8 4-8-4zM13 5l-3 5 4 3-3 5",
  fragile: "M7 3h10c0 5-1.5 8-5 9-3.5-1-5-4-5-9zM12 12v8M8 21h8",
  cold: "M12 2v20M3.5 7l17 10M20.5 7l-17 10",
  done: "M4 12l5 5L20 6",
} as const;

export type HubIconName = keyof typeof LINES;

export function HubIcon({ of, large = false }: { of: HubIconName; large?: boolean }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={`shrink-0 ${large ? "size-9" : "size-6"}`}>
      <path
        d={LINES[of]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
