/** What a chat shows of a link: a listing or a group. */
export type ShareCard = {
  /** Whose card it is; a new card of the same one takes the old one's place. */
  id: string;
  title: string;
  price: string | null;
  /** Who sells it and where. */
  lines: string[];
  photoId: string | null;
};

/** A sheet to hang up, with a QR code that leads to the page. */
export type Poster = {
  title: string;
  price: string | null;
  lines: string[];
  /** What to do with the code. */
  invitation: string;
  url: string;
  photoId: string | null;
  language: string;
};

/** Pictures with words in them, made here. Letters that our typeface does not have are left out. */
export interface Pictures {
  /** @returns a JPEG of 1200 × 630 pixels, at most 300 kB */
  shareCard(card: ShareCard): Promise<Uint8Array>;
  /** @returns a PDF of one A5 page */
  poster(poster: Poster): Promise<Uint8Array>;
}
