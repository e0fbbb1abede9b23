import { PHOTO_WIDTHS } from "#app/domain/photo.ts";
import type { Photos } from "./port.ts";
import { formatOf, isPhotoId, MAX_UPLOAD_BYTES } from "./upload.ts";

/** Keeps uploads as they are, for tests: it refuses by size and first bytes like the real one, but decodes nothing. */
export function memoryPhotos(): Photos {
  const kept = new Map<string, Uint8Array>();
  return {
    async store(id, upload) {
      if (!isPhotoId(id)) throw new RangeError("not a photo id");
      if ("heldId" in upload) {
        const held = kept.get(upload.heldId);
        if (!held) return { ok: false, reason: "photo-missing" };
        kept.set(id, held);
        return { ok: true, width: 1280, height: 960, preview: "" };
      }
      if (upload.length > MAX_UPLOAD_BYTES) return { ok: false, reason: "photo-too-large" };
      const format = formatOf(upload);
      if (format === "photo-heic" || format === "photo-not-image") return { ok: false, reason: format };
      kept.set(id, Uint8Array.from(upload));
      return { ok: true, width: 1280, height: 960, preview: "" };
    },
    async read(id, width, format = "webp") {
      return format === "webp" && PHOTO_WIDTHS.includes(width) ? (kept.get(id) ?? null) : null;
    },
    async remove(id) {
      kept.delete(id);
    },
  };
}
