import { useContext } from "react";
import { PHOTO_WIDTHS, type PhotoWidth } from "#app/domain/photo.ts";
import { useWords } from "#app/i18n/words.tsx";
import { PageRequest, SavesData } from "./page-request.ts";

/** The preview is a blur in base64, shown until the photo has come. */
export type PhotoShown = { id: string; alt: string; width: number; height: number; preview?: string };
export type DrawingOf = "craft" | "food" | "harvest" | "group";

export function photoPath(id: string, width: PhotoWidth): string {
  return `/photos/${id}/${width}`;
}

type PhotoProps = {
  photo: PhotoShown | null;
  /** What to draw while there is no photo. */
  drawing: DrawingOf;
  /** How wide it stands on the page, as in the HTML attribute. */
  sizes: string;
  className?: string;
  /** For what is seen first; everything else loads when it comes near. */
  eager?: boolean;
  /** Says nothing that the words beside it do not say: left out for whoever saves data. */
  adorns?: boolean;
};

/**
 * A photo in the width that the screen needs, or a quiet drawing where there is none. Whoever saves data gets the smallest,
 * and the large one by opening it.
 */
export function Photo({ photo, drawing, sizes, className = "", eager = false, adorns = false }: PhotoProps) {
  const savesData = useContext(SavesData);
  if (!photo || (savesData && adorns)) return <Drawing of={drawing} className={className} />;
  const offered = PHOTO_WIDTHS.filter((width) => width === 320 || (width <= photo.width && !savesData));
  return (
    <>
      {photo.preview && !savesData ? <Blur id={photo.id} preview={photo.preview} /> : null}
      <img
        src={photoPath(photo.id, 320)}
        srcSet={offered.map((width) => `${photoPath(photo.id, width)} ${width}w`).join(", ")}
        sizes={sizes}
        alt={photo.alt}
        width={photo.width}
        height={photo.height}
        loading={eager ? "eager" : "lazy"}
        decoding="async"
        className={`blur-${photo.id} bg-sand bg-cover bg-center object-cover ${className}`}
      />
    </>
  );
}

/** What stands behind a photo until it has come; a style of the page's own, because its rules allow none on an element. */
function Blur({ id, preview }: { id: string; preview: string }) {
  const { nonce } = useContext(PageRequest);
  return <style nonce={nonce}>{`.blur-${id}{background-image:url(data:image/webp;base64,${preview})}`}</style>;
}

const LINES: Record<DrawingOf, string> = {
  craft: "M14 20h36v26H14zM14 28h36M14 36h36M22 20v26M30 20v26M38 20v26M46 20v26",
  food: "M12 32h40a20 16 0 0 1-40 0zM24 48h16M26 25c-3-4 3-6 0-10M36 25c-3-4 3-6 0-10",
  harvest: "M32 52V26M32 40c-12 0-16-7-16-14 9 0 16 4 16 14zM32 34c0-10 6-16 16-16 0 9-5 16-16 16z",
  group:
    "M22 30a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM42 30a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 48c0-8 5-13 12-13s12 5 12 13M36 37c2-1 4-2 6-2 7 0 12 5 12 13",
};

function Drawing({ of: subject, className }: { of: DrawingOf; className: string }) {
  const { t } = useWords();
  return (
    <svg
      viewBox="0 0 64 64"
      role="img"
      aria-label={t("photo.none")}
      preserveAspectRatio="xMidYMid meet"
      className={`bg-sand p-[18%] text-edge ${className}`}
    >
      <path
        d={LINES[subject]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
