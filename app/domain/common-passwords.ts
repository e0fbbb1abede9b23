/**
 * The passwords that are tried first, here and elsewhere: words people choose, with the endings people put behind them.
 * Written as words and endings, some 15,000 passwords fit on a page.
 */
const WORDS = `
password passw0rd passwort pass admin administrator root user guest login welcome letmein master secret default
qwerty qwertyuiop qwerty123 qazwsx qazwsxedc asdfgh asdfghjkl zxcvbn zxcvbnm qweasd qweasdzxc asdf qwer zxcv asdasd
iloveyou loveyou lovely princess sunshine football baseball basketball superman batman spiderman pokemon naruto dragon
monkey shadow michael jordan jessica ashley daniel andrew thomas jennifer charlie freedom whatever trustno1 starwars
computer internet google facebook instagram youtube tiktok whatsapp twitter samsung android iphone xiaomi oppo nokia
liverpool chelsea arsenal manchester barcelona realmadrid juventus persija persib arema messi ronaldo neymar
flower butterfly chocolate cookie summer winter spring autumn monday friday forever always hello killer hunter ranger
changeme temporary testing test1234 sample demo secure access server system manager office company business
indonesia merdeka pancasila garuda nusantara jakarta bandung surabaya semarang yogyakarta jogja medan palembang makassar
denpasar malang solo bogor depok bekasi tangerang batam bintan karimun lingga natuna anambas tanjungpinang penyengat
kepri kepulauanriau riau melayu jawa sunda bali lombok papua sumatera kalimantan sulawesi maluku aceh padang
bismillah alhamdulillah assalamualaikum subhanallah allahuakbar muhammad rahasia rahasiaku sandi katasandi kunci masuk
sayang sayangku sayangkamu cinta cintaku cintakamu kekasih rindu kangen bahagia semangat sukses berkah rezeki sejahtera
akucintakamu akusayangkamu akukamu kamuaku selamanya selalu ibuku ayahku bapakku mamaku papaku anakku adikku kakakku keluarga
keluargaku mama papa ibu bapak ayah bunda nenek kakek adik kakak anak suami istri suamiku istriku sahabat teman
kucing kelinci anjing burung merpati kupukupu harimau singa gajah kuda naga ikan ayam kerbau buaya
matahari bintang bulan pelangi langit bumi laut pantai gunung sungai hujan angin bunga mawar melati anggrek kamboja
cantik ganteng manis imut lucu pintar hebat keren juara jagoan gokil gila bodoh malas
nasigoreng bakso rendang sate mieayam kopi tehmanis gulamanis kelapa pisang mangga durian rambutan
senin selasa rabu kamis jumat sabtu minggu januari februari maret april juni juli agustus september oktober november
desember ramadhan lebaran idulfitri natal tahunbaru
budi santoso siti aminah nurhaliza agus wahyu dewi putri putra ahmad hidayat rizky rizki fitri fitria nurul lestari
indah permata kartini sukarno soekarno suharto jokowi prabowo rahmat hasan husein yusuf ibrahim ismail fatimah aisyah
khadijah maria yohanes andi dian ayu wati yanti susanti setiawan kurniawan saputra pratama nugroho wijaya
belanja pasar warung toko jualan dagang koperasi kelompok lumbung petani nelayan tani kerang songket batik
bendahara sekretaris pengawas pengelola operator
sekolah guru murid kelas kampus mahasiswa dokter perawat polisi tentara pramuka
persatuan bangsaku negaraku tanahair damai bersatu reformasi
`;
const ENDINGS =
  " 1 2 3 7 01 11 12 21 22 69 77 88 99 00 007 111 123 1234 12345 123456 1234567 12345678 321 666 777 888 999 000 1945 ! !! 1! 123! @123 #1 _123 2000 2020 2021 2022 2023 2024 2025 2026 2027 ku aja";
/** Without a word: runs over the keyboard, and what is left of the well-known lists. */
const OTHERS = `
1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 1qaz2wsx 1qaz2wsx3edc zaq12wsx zaq1xsw2 qwer1234 asdf1234 zxcv1234
1234qwer 123qweasd qwe123qwe abc12345 abcd1234 abc123456 abcdefgh abcdefghi a1b2c3d4 aa123456 a1234567 a12345678 a123456789
abcd12345 abcde12345 p@ssw0rd p@ssword pa$$word pa55word passw0rd1 adm1n123 qwerty12345 monyet123 terserah lupasandi
tidakada akulupa lupalagi gaktau sembarang apasaja cobacoba percobaan gantisandi sandibaru iniSandi kataSandiku
`;
const DIGITS = "01234567890123456789";

function expand(): Set<string> {
  const list = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean);
  const all = new Set(list(OTHERS));
  const endings = ENDINGS.split(" ");
  for (const word of list(WORDS)) {
    for (const ending of endings) all.add(word + ending);
    all.add(word + word);
  }
  for (const password of all) if (password.length < 8) all.delete(password);
  return all;
}

let known: Set<string> | undefined;

/** Lower case, eight signs and longer; made at the first use. */
export function commonPasswords(): ReadonlySet<string> {
  known ??= expand();
  return known;
}

/** Also: one or two signs again and again, a run of digits forwards or backwards, digits that are a date. */
export function isCommonPassword(password: string): boolean {
  const plain = password.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  if (commonPasswords().has(plain) || commonPasswords().has(withoutDisguise(plain))) return true;
  if (new Set(plain).size <= 2 || /^(.{1,4})\1+$/u.test(plain)) return true;
  if (!/^[0-9]+$/.test(plain)) return false;
  const reversed = [...plain].reverse().join("");
  const isDate = /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19|20)\d\d$|^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;
  return DIGITS.includes(plain) || DIGITS.includes(reversed) || isDate.test(plain);
}

/** "B1sm1ll4h" → "bismillah": letters that were replaced by their look-alikes, before the ending. */
function withoutDisguise(plain: string): string {
  const body = plain.match(/^(.*?)([0-9!@#_]*)$/);
  const letters: Record<string, string> = {
    "0": "o",
    "1": "i",
    "3": "e",
    "4": "a",
    "5": "s",
    "7": "t",
    "@": "a",
    $: "s",
  };
  const start = (body?.[1] ?? "").replace(/[013457@$]/g, (sign) => letters[sign] ?? sign);
  return start + (body?.[2] ?? "");
}
