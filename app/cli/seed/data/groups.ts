import { anyamMantang } from "./groups/anyam-mantang.ts";
import { bilisPangkil } from "./groups/bilis-pangkil.ts";
import { daunSalam } from "./groups/daun-salam.ts";
import { gurindam } from "./groups/gurindam.ts";
import { kelapaToapaya } from "./groups/kelapa-toapaya.ts";
import { kerangPenyengat } from "./groups/kerang-penyengat.ts";
import { langkahSetara } from "./groups/langkah-setara.ts";
import { seriDompak } from "./groups/seri-dompak.ts";
import { sriBintan } from "./groups/sri-bintan.ts";
import { tanahMerah } from "./groups/tanah-merah.ts";
import { tekatDaik } from "./groups/tekat-daik.ts";
import { tenggiriBestari } from "./groups/tenggiri-bestari.ts";
import type { DemoGroup } from "./types.ts";

/** Made-up groups in real villages, in the order they joined. */
export const demoGroups: readonly DemoGroup[] = [
  tenggiriBestari,
  kerangPenyengat,
  seriDompak,
  daunSalam,
  tanahMerah,
  gurindam,
  langkahSetara,
  anyamMantang,
  kelapaToapaya,
  bilisPangkil,
  sriBintan,
  tekatDaik,
];
