export const cycles = {
  "buy.basket.trouble.cycle-not-open": "Musim jualnya belum buka atau sudah tutup. Mohon dihapus.",
  "buy.hindered.not-ready":
    "{name} belum dipanen saat kapal berangkat. Pilih kapal yang lebih lambat, atau jemput sendiri.",
  "document.credit.cycle-short": "Panen kurang dari yang dipesan",
  "operate.refunds.cycle-short": "Panen kurang dari pesanan",
} as const;
