import sharp from "sharp";
import { drawPicture, type Picture } from "./draw-picture.ts";

/** The picture as a file that can be uploaded like any member's photo. */
export async function renderPicture(picture: Picture): Promise<Uint8Array> {
  return sharp(Buffer.from(drawPicture(picture)))
    .png({ compressionLevel: 3 })
    .toBuffer();
}
