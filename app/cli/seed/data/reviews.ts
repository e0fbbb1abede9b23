import type { ListingKind } from "#app/domain/listing-kind.ts";

type Said = { stars: number; words: string };

/** What buyers say of what they received. */
export const DEMO_WORDS: Record<ListingKind, readonly Said[]> = {
  craft: [
    { stars: 5, words: "Jahitannya rapi sekali, warnanya persis seperti di foto." },
    { stars: 4, words: "Bagus. Ukurannya sedikit lebih kecil dari perkiraan saya." },
    { stars: 5, words: "Sudah pesan dua kali, selalu halus buatannya." },
    { stars: 5, words: "" },
    { stars: 3, words: "Barangnya bagus, tetapi datangnya lebih lama." },
  ],
  food: [
    { stars: 5, words: "Renyah dan rasa ikannya terasa. Anak-anak suka." },
    { stars: 4, words: "Enak, hanya agak asin untuk saya." },
    { stars: 5, words: "Dikemas rapat, sampai di Batam masih utuh." },
    { stars: 4, words: "" },
  ],
  harvest: [
    { stars: 5, words: "Segar, seperti baru dipetik." },
    { stars: 4, words: "Manis. Ada satu dua yang memar di jalan." },
    { stars: 5, words: "Timbangannya pas, dan murah." },
  ],
};

export const DEMO_ANSWERS: readonly string[] = [
  "Terima kasih, Kak. Senang mendengarnya!",
  "Terima kasih masukannya. Kami sampaikan kepada yang membuat.",
];

/** What people ask; without an answer it still waits for one. */
export const DEMO_QUESTIONS: readonly { slug: string; words: string; answer: string }[] = [
  {
    slug: "dompet-kain-perca-pucuk-rebung",
    words: "Bisa dipesan 30 buah untuk suvenir acara?",
    answer: "Bisa, Kak. Kami perlu sekitar dua minggu.",
  },
  { slug: "kebaya-labuh-katun", words: "Kainnya menerawang atau tidak?", answer: "Tidak. Katunnya cukup tebal." },
  { slug: "tanjak-kain-songket", words: "Ada untuk ukuran kepala anak?", answer: "" },
];
