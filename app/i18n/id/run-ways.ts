/** How a run is planned, changed and packed. */
export const runWays = {
  "free-zone.keeper.leaves":
    "Barang {names} keluar dari kawasan perdagangan bebas: diperiksa dan perlu surat (PPFTZ-01).",
  "free-zone.keeper.may-leave":
    "Barang {names} mungkin dari kawasan perdagangan bebas. Tanyakan suratnya (PPFTZ-01) kepada kelompoknya.",
  "free-zone.buyer.leaves":
    "Barang {names} diperiksa saat keluar dari kawasan perdagangan bebas. Itu bisa memakan waktu.",
  "free-zone.buyer.may-leave":
    "Barang {names} mungkin diperiksa saat keluar dari kawasan perdagangan bebas. Itu bisa memakan waktu.",
  "run-change.title": "Ubah muatan dan titik ambil",
  "run-change.lead": "Titik ambil baru langsung bisa dipilih pembeli.",
  "run-change.taken": "Sudah terpakai {weight}, {count} koli.",
  "run-change.parcels": "{count} koli",
  "run-change.do": "Simpan perubahan",
  "reason.run-not-changeable": "Pengiriman ini sudah ditutup. Muat ulang halaman.",
  "reason.room-below-load": "Sudah terpakai {detail}. Isi tidak kurang dari itu.",
  "reason.point-in-use": "Masih ada pesanan untuk {detail}. Pilih juga titik itu.",
  "run-state.planned": "Direncanakan",
  "run-state.packed": "Sudah dikemas",
  "runs.section.planned": "Direncanakan",
  "runs.section.packed": "Sudah dikemas, siap berangkat",
  "runs.opens": "Dibuka untuk pesanan",
  "runs.opens-hint": "Waktu WIB. Kosongkan bila langsung dibuka.",
  "runs.opens-at": "Dibuka {moment}",
  "runs.step.open": "Buka sekarang",
  "runs.step.open.note": "Pembeli belum melihatnya. Pada waktunya pengiriman dibuka sendiri.",
  "runs.step.pack": "Semua koli sudah dikemas",
  "runs.step.pack.note": "Sudah dikemas berarti semua yang diterima ada di dalam koli dan ditimbang.",
  "runs.step.unpack": "Buka koli lagi",
  "hub.load.planned": "Pengiriman ini baru direncanakan. Belum ada yang dimuat.",
  "packing.planned": "Pengiriman ini belum dibuka. Belum ada yang bisa disusun.",
  "reason.opens-too-late": "Waktu buka harus sebelum batas waktu pesan. Ubah salah satunya.",
  "reason.run-not-planned": "Pengiriman ini sudah dibuka atau dibatalkan. Muat ulang halaman.",
  "reason.run-not-to-pack": "Pengiriman ini tidak sedang dikemas. Muat ulang halaman.",
  "reason.run-not-packed": "Pengiriman ini belum dikemas atau sudah berangkat. Muat ulang halaman.",
  "reason.run-unboxed": "Masih ada kiriman di luar koli. Pindahkan dulu ke dalam koli.",
  "reason.run-unweighed": "Masih ada koli yang beratnya belum diketahui. Timbang dulu.",
} as const;
