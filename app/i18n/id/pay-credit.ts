/** Paying by the credit that the network owes a buyer. */
export const payCredit = {
  "pay-credit.use": "Pakai saldo saya dulu ({amount})",
  "pay-credit.use.hint": "Sisanya dibayar dengan cara di bawah. Bila cukup, tidak perlu bayar lagi.",
  "pay-credit.paid": "Dibayar dengan saldo",
  "pay-credit.rest": "Sisa yang dibayar",
  "pay-credit.back-first": "{amount} dibayar dengan saldo. Sebesar itu kembali ke saldo lebih dulu.",
  "buy.method.credit": "Saldo saya",
  "pay.method.credit": "Saldo",
  "account.credit-set-aside": "Saldo pembeli untuk pesanan",
  "entry.credit-set-aside": "Saldo dipakai untuk pesanan",
  "entry.credit-released": "Saldo kembali dari pesanan",
  "credit.kind.credit-set-aside": "Dipakai untuk pesanan",
  "credit.kind.credit-released": "Kembali dari pesanan yang batal",
  "reason.credit-changed": "Saldo Anda berubah. Lihat jumlahnya, lalu pesan lagi.",
  "reason.credit-too-little": "Saldo tidak cukup. Pilih cara lain untuk sisanya.",
  "reason.credit-not-at-door": "Saldo tidak bisa digabung bayar di tempat. Pilih cara lain.",
} as const;
