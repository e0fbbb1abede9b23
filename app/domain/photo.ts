/** The widths that pictures are kept in; a smaller upload is never enlarged. */
export const PHOTO_WIDTHS = [320, 640, 1280] as const;
export type PhotoWidth = (typeof PHOTO_WIDTHS)[number];
