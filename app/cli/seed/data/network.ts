import type { DemoBuyer, DemoNetwork } from "./types.ts";

export const demoNetwork: DemoNetwork = {
  name: "Lumbung Tanjung Pinang",
  feeBasisPoints: 200,
  qrisFeeBasisPoints: 30,
  bankName: "Bank Demo Kepri",
  bankAccount: "000-00-21720-1",
  bankHolder: "Lumbung Tanjung Pinang (demo)",
  takesTransfer: true,
  takesQris: true,
  takesCashOnDelivery: true,
  payWithinHours: 24,
  foodNeedsPermit: true,
  foodNeedsHalal: true,
  operator: { name: "Suryani Hamid", phone: "+6281200000001" },
};

/** What is on a gift of one of them. */
export const demoGift = {
  recipientName: "Mak Zainab",
  recipientPhone: "+6281200009090",
  cardNote: "Selamat ulang tahun, Mak. Semoga sehat selalu. Dari anak Mak.",
};

/** Made-up people at real villages; no house of these streets is meant. */
export const demoBuyers: readonly DemoBuyer[] = [
  {
    name: "Ibu Melati Pratiwi",
    phone: "+6281200009001",
    email: "melati@contoh.example",
    address: {
      villageCode: "21.72.04.1003",
      street: "Jl. Contoh Melur No. 8",
      rtRw: "RT 02/RW 05",
      landmark: "Rumah hijau dekat masjid",
      postcode: "29122",
    },
  },
  {
    name: "Rizky Ananda",
    phone: "+6281200009002",
    address: {
      villageCode: "21.72.02.1005",
      street: "Perumahan Contoh Permai Blok C-12",
      rtRw: "RT 04/RW 11",
      landmark: "Samping pos ronda",
      postcode: "29125",
    },
  },
  {
    name: "Kedai Kopi Pelantar (Pak Awi)",
    phone: "+6281200009003",
    address: {
      villageCode: "21.72.03.1001",
      street: "Jl. Pelantar Contoh No. 3",
      rtRw: "RT 01/RW 02",
      landmark: "Ujung pelantar, papan nama kuning",
      postcode: "29111",
    },
  },
  {
    name: "Hana Wulandari",
    phone: "+6281200009004",
    email: "hana@contoh.example",
    address: {
      villageCode: "21.71.10.1004",
      street: "Perumahan Contoh Indah Blok F-7",
      rtRw: "RT 03/RW 09",
      landmark: "Belakang minimarket",
      postcode: "29464",
    },
  },
  {
    name: "Toko Oleh-oleh Nagoya (Bu Lina)",
    phone: "+6281200009005",
    address: {
      villageCode: "21.71.06.1003",
      street: "Komplek Contoh Jaya No. 21",
      rtRw: "RT 01/RW 03",
      landmark: "Ruko tiga lantai",
      postcode: "29432",
    },
  },
  {
    name: "Syahrul Nizam",
    phone: "+6281200009006",
    address: {
      villageCode: "21.04.01.1001",
      street: "Jl. Contoh Pahlawan No. 5",
      rtRw: "RT 02/RW 01",
      landmark: "Dekat dermaga Dabo",
      postcode: "29871",
    },
  },
  {
    name: "Puskesmas Letung (Dr. Ayu)",
    phone: "+6281200009007",
    address: {
      villageCode: "21.05.06.1005",
      street: "Jl. Contoh Pelabuhan No. 1",
      rtRw: "RT 01/RW 01",
      landmark: "Turun di pelabuhan Letung",
      postcode: "29792",
    },
  },
  {
    name: "Bang Dayat",
    phone: "+6281200009008",
    address: {
      villageCode: "21.03.07.1011",
      street: "Jl. Contoh Pramuka No. 17",
      rtRw: "RT 03/RW 02",
      landmark: "Bengkel di seberang lapangan",
      postcode: "29783",
    },
  },
  {
    name: "Nuraini Abdullah",
    phone: "+6281200009009",
    address: {
      villageCode: "21.02.03.1007",
      street: "Jl. Contoh Nusantara No. 40",
      rtRw: "RT 02/RW 04",
      landmark: "Dekat pasar ikan",
      postcode: "29661",
    },
  },
  {
    name: "Kartika Larasati",
    phone: "+6281200009010",
    email: "kartika@contoh.example",
    address: {
      villageCode: "31.74.01.1001",
      street: "Jl. Contoh Dalam IV No. 9",
      rtRw: "RT 05/RW 07",
      landmark: "Pagar putih",
      postcode: "12820",
    },
  },
  {
    name: "Bayu Setiadi",
    phone: "+6281200009011",
    address: {
      villageCode: "34.71.03.1001",
      street: "Gang Contoh No. 2",
      rtRw: "RT 08/RW 03",
      landmark: "Kos dua lantai",
      postcode: "55221",
    },
  },
  {
    name: "Warung Bu Rondang",
    phone: "+6281200009012",
    address: {
      villageCode: "21.01.06.1008",
      street: "Jl. Contoh Barek Motor No. 6",
      rtRw: "RT 01/RW 06",
      landmark: "Sebelum simpang pelabuhan",
      postcode: "29151",
    },
  },
];
