/** A sentence for every "no" of a form or a use case: it says what to do. */
export const reasons = {
  "reason.required": "Bagian ini perlu diisi.",
  "reason.invalid": "Isian ini belum benar. Periksa lagi.",
  "reason.too-long": "Terlalu panjang. Singkatkan sedikit.",
  "reason.form-broken": "Formulir tidak terbaca. Muat ulang halaman, lalu coba lagi.",
  "reason.odd-signs": "Ada tanda yang tidak bisa disimpan. Ketik ulang bagian ini.",
  "reason.village-open": "Pilih sampai kelurahan atau desa.",
  "reason.group-not-waiting": "Kelompok ini sudah tidak menunggu. Muat ulang halaman.",
} as const;
