/** Words that begin an Indonesian address: a street, a quarter, a building. */
export const STREET =
  /^(?:jl|jln|jalan|gg|gang|kp|kampung|kampong|perum|perumahan|perumnas|komplek|kompleks|komp|dusun|dsn|dukuh|ruko|rukan|apartemen|apartement|apart|cluster|klaster|griya|lorong|lr|jlan|pondok|rusun|rusunawa|kav|kavling)$/;
/** Streets and quarters that are ordinary words too: "masih di jalan", "orang kampung". */
export const ORDINARY_STREET =
  /^(?:jalan|gang|kampung|lorong|pondok|komplek|kompleks|griya|cluster|klaster)$/;
/** Words that a full stop shortens. */
export const SHORTENED = /^(?:jl|jln|gg|kp|komp|dsn|lr|kav|perum|ds|no|kel|kec|kab|prov|blk|lt)$/;
/** Words before a number or letter that is a part of an address. */
export const NUMBERED = /^(?:no|nomor|nomer|rt|rw|blok|block|blk|kav|lt|lantai|unit|km|tower)$/;
/** Words before the name of a village, district or town. */
export const PLACE = /^(?:kel|kelurahan|kec|kecamatan|desa|ds|kab|kabupaten|kota|dusun|dsn|prov|provinsi)$/;
/** Words with which an address without a street may begin. */
export const QUARTER = /^(?:rt|rw|blok|block|blk|tower|desa|ds|kel|kelurahan|kec|kecamatan)$/;
/** Marks inside an address. */
export const MARK = /^[.,/\-:#()]$/;
/** Words after which what follows is an address even without a house number. */
export const SAYS_ADDRESS =
  /^(?:alamat|alamatku|alamatnya|alamatny|almt|alamt|alamat2|domisili|tinggal|address|live|lives|living|located|deliver|delivery|ship|shipping|billing)$/;
/** Words that end a name inside an address. */
export const STOP =
  /^(?:ke|di|dari|dr|yang|yg|tapi|tp|kok|paket|kurir|teknisi|teknisinya|deket|dekat|dkt|samping|depan|belakang|sebelah|mohon|tolong|hp|wa|telp|nik|ktp|dan|trus|terus|ga|gak|tidak|udah|sudah|lagi|macet|mau|saya|sy|aku|gue|gw|mereka|minta|susah|rumah|itu|ini|kantor|ada|sama|untuk|buat|lahir|email|pesanan|nya|kaki|tol|raya2|keluar|pulang|menuju|rusak|banjir|ditutup|tutup|tikus|pintas|bareng|sampai|sampe|selama|sekitar|cuma|malah|bisa|belum|blm|biar|agar|supaya|kalau|kalo|the|is|and|for|but|not)$/;
export const ENGLISH_STREET =
  /^(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|way|square|sq|terrace|close|crescent|parkway|highway|hwy|alley|grove|gardens|hill|row|mews|park|circle|cir|trail|plaza)$/;
/** A part of a building in an English address. */
export const ENGLISH_UNIT = /^(?:apt|apartment|suite|ste|flat|unit|floor|room)$/;
