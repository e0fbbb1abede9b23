import type { PhotoWidth } from "#app/domain/photo.ts";

export type PhotoRefusal = "photo-not-image" | "photo-too-large" | "photo-heic" | "photo-broken";

/** Width and height in pixels of the largest picture kept. */
export type StoredPhoto = { ok: true; width: number; height: number } | { ok: false; reason: PhotoRefusal };

/** Where pictures are kept: always re-encoded as WebP, upright, without metadata (a phone writes the home's position into it). */
export interface Photos {
  /** Replaces what was kept under the id. An id is letters, digits and hyphens; any other throws. */
  store(id: string, upload: Uint8Array): Promise<StoredPhoto>;
  /** @returns the WebP file, or null when there is none */
  read(id: string, width: PhotoWidth): Promise<Uint8Array | null>;
  /** Does nothing when there is none. */
  remove(id: string): Promise<void>;
}
