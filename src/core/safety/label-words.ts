/** What a word near a number says that the number is; `other` is something that is nobody's secret. */
export type LabelKind = keyof typeof LABELS;

/** Words that name a kind of number, by what they name; the longest phrase that fits counts. */
const LABELS = {
  nik: 'nik,ktp,ektp,nomor induk,induk kependudukan,national id,id card,kependudukan,ssn,social security,nomor identitas',
  kk: 'kk,kartu keluarga,family card,nokk,family register',
  npwp: 'npwp,nomor pokok wajib,tax number,tax id,nomor pajak,taxpayer,taxpayer number',
  bpjs: 'bpjs card,kartu bpjs,kartu kis,kartu jkn,kis card,bpjs,kis,jkn,kpj,bpjstk,peserta jkn,health insurance',
  passport: 'paspor,passport,pasport,passpor,paspr,pspor,paspot',
  account:
    'rek,rekening,norek,norkn,rekning,tabungan,giro,deposito,akun bank,nomor akun,rekber,beneficiary account,account number,account no,bank account,acct,acc,acc num,virtual account,va,nova,norekening,to account,account,savings,iban,no va',
  bank: 'bca,bri,bni,mandiri,btn,bsi,cimb,permata,danamon,seabank,jago,jenius,ocbc,bjb,bank,niaga,muamalat,panin,maybank,mega,blu,neobank,btpn,bukopin,bank dki,bank jatim,uob,hsbc,citibank,superbank,allobank,sinarmas,tf ke,transfer ke,trf ke,ditransfer ke,kirim ke,tf,transfer,trf,setor ke,sent to,wire to,nyasar ke,masuk ke,refund ke',
  /** Where something goes: a long number right after it is an account. */
  toward: 'ke,ka,kpd,kepada,ndek,nang,menyang,dateng,to,into',
  /** Stands after an account: "1234567890 a.n. …". */
  holder: 'an,atas nama',
  /** Stands after a code in the message that brings it. */
  expires:
    'berlaku,valid for,expires,jangan berikan,jangan beri,jangan bagikan,jangan kasih,jgn kasih,jgn berikan,do not share,never share,is valid,rahasia',
  phone:
    'caller id,hp,nohp,no hp,nope,wa,whatsapp,whatsap,nowa,handphone,hape,ponsel,phone,mobile,text me,nomor hp,nomer hp,nomer wa,kontak,contact,nomorku,nomerku,number is,reach me,cell,fax,tel,tlpn,nomor telepon,no telp,no tlp,answering at,answer at,messages to,call me on,call me at,reach us at,texts to',
  dial: 'telp,tlp,telepon,telpon,nelpon,nelfon,ditelpon,telfon,call,dial,hub,hubungi,ring,pencet,tekan,hotline,call center,callcenter,call centre,kontak ke',
  card: 'kartu,card,kartu atm,kartu kredit,kartu debit,credit card,debit card,cc,debit,kredit,visa,mastercard,amex,gpn',
  otp: 'otp,token,kodenya,kode anda,kode kamu,kode saya,your code,my code,angka dari sms,sms masuk,kode otp,kode verifikasi,kode verif,verification code,kode aktivasi,kode login,kode masuk,kode sms,kode wa,one time,2fa,passcode,verifikasi,verif,verif code,kode rahasia,sekali pakai,login code,kode akses,kode autentikasi,kode konfirmasi,kode keamanan,auth code,kode unik sms',
  code: 'kode,code,codes',
  said: 'sms,baca,dibaca,nyebut,bacain,bacakan,masukin,masukkan,sebutin,sebutkan,sebut,ketik,isi,isinya,digit,digitnya,typed,entered,read',
  /** Verbs with which people tell that they gave a code away: only what looks like one counts. */
  given: 'kasih,kasi,dikasih,dikasi,ngasih,ngasi,kasihin,gave,told,kirim semua',
  pin: 'pin,mpin,pin atm,m pin,angka rahasia,nomor rahasia,nomer rahasia,sandi atm,kode atm,kode pin',
  cvv: 'cvv,cvc,cvv2,cvc2,security code,card code,angka belakang,angka di belakang,angka belakangnya,nomor belakang,kode blkg,kode belakang,kode di belakang,kode keamanan kartu,angka blkg,digit belakang,digit di belakang,belakang kartu,blkg kartu,on the back,on the reverse,three digit code,three digits,tiga digit,tiga angka,angka keamanan,nomor keamanan,angka pengaman,kode pengaman,security digits,security number',
  birthdate:
    'lahir,lair,lhr,tgl lhr,tgl lahir,tanggal lahir,lahirnya,lahirku,dob,ttl,born,birth date,birthdate,date of birth,kelahiran,birth,tgllahir,tgllhr,tgl lair,tl',
  birthday: 'birthday,bday,ultah,ulang tahun,ultahku',
  plate:
    'plat,plate,plat nomor,nopol,nomor polisi,no polisi,kendaraan,motor,mobil,car,truk,taksi,licence plate,license plate,number plate,registration number,sepeda motor,stnk,bpkb,scooter',
  amount:
    'bayar,total,biaya,harga,saldo,sebesar,senilai,status,nominal,minimal,maksimal,min,max,limit,rp,idr,usd,rupiah,tagihan,ditagih,kepotong,denda,ongkir,cicilan,tarik,topup,top up,setor,seharga,charged,paid',
  other:
    'order,pesanan,no pesanan,resi,noresi,awb,invoice,faktur,inv,tiket,ticket,ref,referensi,reference,trx,transaksi,transaction,id transaksi,booking,kode promo,promo,voucher,kode voucher,kode error,error,eror,err,error code,kode pos,zip code,zip,postal code,kode kelas,class code,kode produksi,kode unik,versi,version,build,firmware,antrian,antrean,queue,laporan,lpr,part number,imei,serial,sn,tahun,year,jam,pukul,promo code,token listrik,token pln,nisn,nim,nip,nidn,id pelanggan,idpel,pelanggan,meter,area code,country code,kode area,kode bank,kode negara,kode barang,kode bayar,kode billing,kode referral,referral code,kode booking,kode reservasi,kode toko,id toko,kode wilayah,kode pendaftaran,nomor pendaftaran,noreg,no reg,http,https,kode status,kode respons,kode produk,kode buku,kode mk,kode matkul,kode ruang,source code,qr code,bar code,barcode,dress code,coupon code,discount code,gift code,kode diskon,kode undian,case,case number,nomor aduan,aduan,pengajuan,muncul kode,keluar kode,kode gangguan,tracking,tracking number,paket,kontrak,polis,peserta utbk,uu,pasal,perpres,isbn,sku,kode transaksi,approval code,kode approval,kode otorisasi,trace,batch,terminal id,uid,user id,id game,id driver,id merchant,id zoom,meeting id,id akun,id server,port,ip,episode,gelombang,kesalahan,pesan error,listrik,pln,pdam,rekening air,sms dari,sms ke,sms banking,sms penipuan',
} as const;

// Object.entries widens the keys of a record to string.
const ENTRIES = (Object.entries(LABELS) as [LabelKind, string][]).flatMap(([kind, labels]) =>
  labels.split(',').map((label) => [label, kind] as const),
);
const KIND_OF: ReadonlyMap<string, LabelKind> = new Map(ENTRIES);
const CLITIC = /(?:nya|ny|ku|q|mu|x|ne)$/;
const VOWELS = /(?<=\p{L})[aeiou]/gu;

/** Labels without their vowels, as people shorten words: "tlpn", "angka blkng". One that could be two kinds is none. */
const SHORT_FOR: ReadonlyMap<string, LabelKind | undefined> = shorten();

export const LONGEST_LABEL = 3;

/** True for kinds of personal data that labels name by the same word. */
export function isLabelKind(kind: string): kind is LabelKind {
  return kind in LABELS;
}

/** What a phrase names; a word may have a clitic ("otpnya") or lack its vowels ("pswrd"). */
export function labelOf(words: readonly string[]): LabelKind | undefined {
  const phrase = words.join(' ');
  const plain = phrase.replace(CLITIC, '');
  const exact = KIND_OF.get(phrase) ?? KIND_OF.get(plain);
  if (exact || KIND_OF.has(phrase)) return exact;
  if (words.length > 1) return words.some(isShortened) ? SHORT_FOR.get(bareOf(plain)) : undefined;
  return vowelsOf(plain) <= 1 && plain.length <= 6 ? SHORT_FOR.get(bareOf(plain)) : undefined;
}

/** "blkng": no vowel is left of the word. */
function isShortened(word: string): boolean {
  return word.length >= 3 && bareOf(word) === word;
}

function bareOf(phrase: string): string {
  return phrase.replaceAll(VOWELS, '');
}

function vowelsOf(word: string): number {
  return word.length - word.replaceAll(/[aeiou]/g, '').length;
}

function shorten(): Map<string, LabelKind | undefined> {
  const short = new Map<string, LabelKind | undefined>();
  for (const [label, kind] of ENTRIES) {
    const bare = bareOf(label);
    if (vowelsOf(label) < 2 || bare.split(' ').some((word) => word.length < 3)) continue;
    short.set(bare, short.has(bare) && short.get(bare) !== kind ? undefined : kind);
  }
  return short;
}
