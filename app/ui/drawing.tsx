/** What an empty place will hold one day. */
export type DrawingName = "barn" | "basket" | "boat" | "book" | "lens";

type Piece = { d: string; className: string };

const ROOF = "fill-gold";
const WALL = "fill-card stroke-edge";
const DEEP = "fill-sea";

const PIECES: Record<DrawingName, Piece[]> = {
  barn: [
    { d: "M38 74h6v14h-6zM76 74h6v14h-6z", className: "fill-edge" },
    { d: "M32 48h56l-5 27H37z", className: WALL },
    { d: "M54 56h12v19H54z", className: DEEP },
    {
      d: "M36 14c5 4 14 5.500 24 5.500S79 18 84 14c1.500 14 7 24 17 31-11 5.500-25 7.500-41 7.500S30 50.500 19 45c10-7 15.500-17 17-31z",
      className: ROOF,
    },
  ],
  basket: [
    { d: "M30 44h60l-8 40H38z", className: ROOF },
    { d: "M38 44c0-32 44-32 44 0h-6c0-24-32-24-32 0z", className: DEEP },
    { d: "M33 56h54l-1.200 6H34.200zM36 70h48l-1.200 6H37.200z", className: "fill-card" },
  ],
  boat: [
    { d: "M57 14h5v44h-5z", className: "fill-edge" },
    { d: "M64 16c16 8 22 22 22 36H64zM55 24v28H33c3-12 10-22 22-28z", className: WALL },
    { d: "M18 58h84c-3 12-10 18-20 18H38c-10 0-17-6-20-18z", className: ROOF },
    {
      d: "M10 82c8-4 17-4 25 0s17 4 25 0 17-4 25 0 17 4 25 0v6c-8 4-17 4-25 0s-17-4-25 0-17 4-25 0-17-4-25 0z",
      className: DEEP,
    },
  ],
  book: [
    { d: "M22 24c14-5 27-4 37 2v58c-10-6-23-7-37-2z", className: WALL },
    { d: "M98 24c-14-5-27-4-37 2v58c10-6 23-7 37-2z", className: WALL },
    { d: "M30 38c8-2 15-2 21 1v5c-6-3-13-3-21-1zM30 52c8-2 15-2 21 1v5c-6-3-13-3-21-1z", className: ROOF },
    { d: "M90 38c-8-2-15-2-21 1v5c6-3 13-3 21-1zM90 52c-8-2-15-2-21 1v5c6-3 13-3 21-1z", className: DEEP },
  ],
  lens: [
    { d: "M52 18a28 28 0 1 0 0 56 28 28 0 0 0 0-56zm0 8a20 20 0 1 1 0 40 20 20 0 0 1 0-40z", className: DEEP },
    { d: "M71 61l23 21-6 6-23-21z", className: "fill-edge" },
    { d: "M52 32c7 6 7 17 0 24-7-7-7-18 0-24z", className: ROOF },
  ],
};

/** A small drawing in the manner of the logo; it says nothing that the words do not. */
export function Drawing({ name }: { name: DrawingName }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 120 96" className="h-24 w-30">
      {PIECES[name].map((piece) => (
        <path key={piece.d} d={piece.d} className={piece.className} strokeWidth="1.500" />
      ))}
    </svg>
  );
}
