/** Words between the label and the name: "nama ibu kandung saya di KK adalah …". */
const BETWEEN =
  /^(?:saya|sy|aku|ak|gue|gua|gw|ku|bernama|adalah|ialah|itu|yaitu|isi|tulis|ketik|is|was|are|di|kk|ktp|akta|namanya|nama|nya|kata|yang|yg|benar|bener|betul|seharusnya|harusnya|my|it's|its|the|kandung|atas|sudah|udah|udh|tertulis|terdaftar|tercatat|called|named|as|recorded|on|file|in|sebelumnya|lengkap|dia|suami|istri|ayah|anak|almarhumah|alm|ibu|bu|nyonya|mrs|ms|hj)$/i;
/** Words right before a name that stands corrected or far from the label. */
const SAYS_NAME =
  /^(?:benar|bener|betul|harusnya|seharusnya|jadi|menjadi|malah|tertulis|ketulis|ditulis|tercatat|terdaftar|bernama|namanya|nama|is|was|be|as|called|named|adalah|yaitu|ialah|bukan|not|instead|of|became|isi|ketik|tulis|sy|saya|itu|kandung|to|dengan|sebut|jawab|kk|ktp|akta|sistem|data|ijazah|but|it's)$/i;
/** Words and marks after which any word is the name. */
const INTRODUCES = /^(?:bernama|namanya|adalah|yaitu|ialah|is|was|called|named|isi|ketik|tulis)$/i;
/** Words right before a capitalised word that names a place or an organisation. */
const BEFORE_PLACE =
  /^(?:di|ke|dari|dr|oleh|pada|at|in|from|with|by|via|bank|aplikasi|app|kota|kab|kec|cabang|cs|kantor|pt|cv|the|pas|tanggal|tgl|bulan|sejak|kak|min|pak|mas|mbak)$/i;
/** Capitalised words that are no name. */
const NO_NAME =
  /^(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu|admin|customer|service|livin|brimo|coretax|android|iphone|facebook|instagram|tiktok|telkomsel|indosat|gojek|grab|lazada|bukalapak|linkaja|padahal|sudah|tadi|kemarin|jadi|lalu|kemudian|mau|kata|tante|bapak|ayah|anak|suami|istri|pusat|cabang|wna|wni|bank|bri|bca|bni|bsi|btn|cimb|mandiri|ktp|kk|nik|bpjs|jkn|npwp|dukcapil|disdukcapil|kota|kabupaten|kecamatan|pt|cv|cs|dana|ovo|gopay|shopee|tokopedia|mobile|banking|indonesia|jakarta|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|kantor|kelurahan|aplikasi|pddikti|dapodik|sms|otp|pin|wa|whatsapp|google|gmail|the|your|my|i|is|it|and|but|mother|maiden|name|nama|ibu|kandung|mohon|tolong|kenapa|apakah|bagaimana|saya|kami|terima|kasih|dengan|hormat|selamat|data|formulir|form|verifikasi|rt|rw|jl|jalan|no|nomor|telp|hp|alamat|tgl|tanggal|lahir|tempat|ttl|email|untuk|can|could|please|why|how|what|when|also|do|does|for)$/i;
/** What people say about the name instead of giving it. */
const ORDINARY =
  /^(?:kok|koq|ga|gak|gk|ngga|nggak|enggak|tidak|tdk|bukan|apa|apakah|beda|salah|harus|hrs|wajib|tapi|tp|dan|sama|ke|dari|dr|kenapa|knp|bisa|kalau|kalo|masih|belum|blm|cs|bank|teller|cocok|sesuai|saja|aja|kan|ya|min|kak|dong|sih|lagi|terus|trs|pas|waktu|sering|selalu|ini|saat|buka|daftar|lupa|dengan|dgn|kapan|mana|gimana|gmn|bagaimana|boleh|juga|jg|pada|sebagai|karena|krn|soalnya|rekening|kartu|data|verifikasi|typo|kosong|muncul|hilang|ilang|meninggal|almarhum|keliru|error|eror|gagal|valid|invalid|hanya|cuma|untuk|buat|ketika|setelah|abis|habis|tolong|mohon|perlu|kurang|lebih|satu|dua|tiga|tanpa|oleh|agar|supaya|biar|lewat|via|online|aplikasi|form|formulir|field|kolom|sistem|huruf|ejaan|spasi|nomor|kode|otp|password|pin|tanggal|tgl|lahir|umur|alamat|ktp|nik|kk|akta|ijazah|paspor|atau|or|and|but|does|doesn't|not|for|to|question|wrong|incorrect|mismatch|missing|empty|blank|required|because|why|what|when|how|always|never|please|with|from|that|this|there|can|cannot|can't|should|must|has|have|had|be|so|if|every|each|field|section|tab|page|box|keeps?|gets?|got|still|rejected|again|isn't|won't|pernah|rumah|tanah|kasih|nanti|ganti|tiri|angkat|mertua|jawaban|pertanyaan|keamanan|security|siapa|orang|doang|banget|bgt|deh|nih|tuh|loh|lho|yaa|yah|maaf|halo|dah|deket|aneh|bohong|rahasia|aman|bahaya|penting|resmi|asli|palsu|sendiri|semua|banyak|sedang|lagi|akan|mau|ingin|pengen|minta|nanya|tanya|usia|buku|nikah|surat|kartu|lengkap|pendek|singkat|kepanjangan|gelar|gelarnya|jumlah|nikahnya)$/i;
/** Shapes of Indonesian verbs and derived words, which names do not have. */
const DERIVED =
  /^(?:di\p{L}{4,}|men\p{L}{3,}|mem\p{L}{3,}|meng\p{L}{2,}|ber\p{L}{4,}|ter\p{L}{4,}|ke\p{L}{3,}an|pe\p{L}{4,}an|ny\p{L}{3,}|ng\p{L}{3,}in|\p{L}{3,}(?:kan|nya|in|ing|ed))$/iu;
const GIVEN =
  /^(?:siti|sri|nur|dewi|ratna|endang|tri|dwi|eka|ani|ana|anna|rina|rini|lina|yuni|yuli|ida|ika|iis|imas|euis|neneng|lilis|tuti|titin|wiwin|maria|mary|theresia|kartini|fatimah|aisyah|khadijah|halimah|mariam|maryam|nurul|nani|nining|nunung|sulis|sulastri|murni|ratih|wulan|indah|intan|mega|melati|putri|ayu|wayan|ketut|nyoman|luh|ni|tiur|boru|butet|hj|hajah|fitri|nuraini|linda|susi|susan|elisabeth|elizabeth|yohana|ester|debora|rosa|rosmala|dian|dina|diah|desi|devi|meri|mery|septi|kemala|tina|tini|tika|rika|reni|rani|rita|risa|winda|yulia|yuliana|wahyu|wahyuni|sinta|santi|sari|ningsih|lestari|rahayu|utami|astuti|handayani|wulandari|hasanah|khasanah|zubaidah|zulaikha|saodah|juleha|masitoh|masitah|binti|bin)$/i;
const NAME_END =
  /(?:wati|ningsih|ningrum|iyah|ijah|inah|unah|onah|imah|amah|inem|iyem|iyati|yati|yanti|mini|tini|yani|iyani|istiwi|asih|isah|isyah|idah|odah|aidah|asari|uningtyas|iyani|iana|aini|iarti|iarsih|armi|urni|ijem|umirah|tirah)$/i;

export const isBetweenLabelAndName = (word: string) => BETWEEN.test(word);
export const introducesName = (word: string) => INTRODUCES.test(word);
export const saysName = (word: string) => SAYS_NAME.test(word);
export const isBeforePlace = (word: string) => BEFORE_PLACE.test(word);

/** A capitalised word that may be a part of a name; short words in capitals are abbreviations. */
export function isCapitalName(word: string): boolean {
  if (
    !/^\p{Lu}(?:[\p{Ll}.'’-]+\p{Lu}?[\p{Ll}.'’-]*|\p{Lu}*\.?)$/u.test(word) ||
    NO_NAME.test(word) ||
    ORDINARY.test(word)
  )
    return false;
  return !/^\p{Lu}{2,4}$/u.test(word);
}

/** A word in any case that is a part of a name as people in Indonesia bear them. */
export function isKnownName(word: string): boolean {
  return GIVEN.test(word) || (word.length >= 5 && NAME_END.test(word) && !isOrdinary(word));
}

/** A word that says something about the name: no part of it. */
export function isOrdinary(word: string): boolean {
  return ORDINARY.test(word) || (!GIVEN.test(word) && (DERIVED.test(word) || NO_NAME.test(word)));
}
