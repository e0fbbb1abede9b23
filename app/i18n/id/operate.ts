export const operate = {
  "operate.groups.title": "Kelompok yang menunggu",
  "operate.groups.none": "Tidak ada kelompok yang menunggu.",
  "operate.groups.applied": "diajukan {name}, {day}",
  "operate.groups.approve": "Terima {group}",
} as const;
