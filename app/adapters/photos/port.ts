import type { PhotoFormat, PhotoWidth } from "#app/domain/photo.ts";

export type PhotoRefusal = "photo-not-image" | "photo-too-large" | "photo-heic" | "photo-broken" | "photo-missing";

/** A file as it was sent, or the id of a photo that is held since its form was refused: a copy of that one is kept. */
export type Upload = Uint8Array | { heldId: string };

/** Width and height in pixels of the largest picture kept; the preview is a blur of it, a WebP of at most 200 bytes in base64. */
export type StoredPhoto =
  | { ok: true; width: number; height: number; preview: string }
  | { ok: false; reason: PhotoRefusal };

/** Where pictures are kept: always re-encoded as WebP and AVIF, upright, without metadata (a phone writes the home's position into it). */
export interface Photos {
  /** Replaces what was kept under the id. An id is letters, digits and hyphens; any other throws. */
  store(id: string, upload: Upload): Promise<StoredPhoto>;
  /** @returns the file, or null when there is none: an AVIF that would be larger than its WebP is not kept */
  read(id: string, width: PhotoWidth, format?: PhotoFormat): Promise<Uint8Array | null>;
  /** Does nothing when there is none. */
  remove(id: string): Promise<void>;
}
