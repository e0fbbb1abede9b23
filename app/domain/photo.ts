/** The widths that pictures are kept in; a smaller upload is never enlarged. */
export const PHOTO_WIDTHS = [320, 640, 1280] as const;
export type PhotoWidth = (typeof PHOTO_WIDTHS)[number];

/** AVIF is about a third smaller; WebP is there for every browser that does not ask for it. */
export type PhotoFormat = "avif" | "webp";
