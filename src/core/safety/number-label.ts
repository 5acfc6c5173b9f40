import { beginsSentence, type Token } from './message-token.ts';

/** What a word near a number says that the number is; `other` is something that is nobody's secret. */
export type LabelKind =
  | 'nik'
  | 'kk'
  | 'npwp'
  | 'bpjs'
  | 'passport'
  | 'account'
  | 'bank'
  | 'phone'
  | 'card'
  | 'otp'
  | 'said'
  | 'pin'
  | 'cvv'
  | 'birthdate'
  | 'plate'
  | 'amount'
  | 'other';

export interface Label {
  readonly kind: LabelKind;
  /** Words between the label and the number. */
  readonly distance: number;
}

const LABELS: Readonly<Record<LabelKind, string>> = {
  nik: 'nik,ktp,ktpku,ektp,nomor induk,induk kependudukan,national id,id card',
  kk: 'kk,kartu keluarga,family card,nokk,family register',
  npwp: 'npwp,nomor pokok wajib,tax number,tax id,nomor pajak',
  bpjs: 'bpjs card,kartu bpjs,kartu kis,kartu jkn,kis card,bpjs,kis,jkn,kpj,bpjstk,peserta jkn',
  passport: 'paspor,passport,paspornya,paspor no',
  account:
    'rek,rekening,norek,no rek,rekeningku,account number,account no,bank account,acct,virtual account,va,nova,norekening,to account,account,savings,iban',
  bank: 'bca,bri,bni,mandiri,btn,bsi,cimb,permata,danamon,seabank,jago,jenius,ocbc,bjb,bank,niaga,muamalat,panin,maybank,mega,blu,neobank,btpn,bukopin,tf ke,transfer ke,trf ke,ditransfer ke,kirim ke,tf,transfer,setor ke,sent to,wire to',
  phone:
    'hp,nohp,no hp,telp,tlp,telepon,telpon,wa,whatsapp,whatsap,nowa,handphone,hape,phone,mobile,call,text me,nomor hp,nomer hp,nomer wa,sms ke,hub,hubungi,kontak,contact,nomorku,nomerku,number is,reach me,cell,fax,tel,dial,ring',
  card: 'kartu,card,kartu kredit,kartu debit,credit card,debit card,cc,debit,kredit,visa,mastercard,amex,gpn',
  otp: 'otp,otpnya,kode otp,kode verifikasi,kode verif,verification code,kode aktivasi,kode login,kode masuk,kode sms,kode wa,kode,code,codes,kodenya,one time,2fa,token,passcode,verifikasi,verif,kode rahasia,login code',
  said: 'sms,bacain,bacakan,masukin,masukkan,sebutin,sebutkan,ketik,isi,typed,entered,read',
  pin: 'pin,pinnya,pinku,mpin,pin atm,m pin',
  cvv: 'cvv,cvc,cvv2,cvvnya,cvcnya,security code,card code,angka belakang,angka di belakang,kode blkg,kode belakang,kode di belakang,kode keamanan kartu,angka blkg,digit belakang,digit di belakang,belakang kartu,blkg kartu,on the back',
  birthdate:
    'lahir,lhr,tgl lhr,tgl lahir,tanggal lahir,lahirnya,lahirku,dob,ttl,born,birth date,birthdate,date of birth,birthday,ultah,ulang tahun,kelahiran,tanggal lahirku,birth',
  plate:
    'plat,plate,plat nomor,nopol,nomor polisi,no polisi,nopolnya,platnya,kendaraan,motor,mobil,car,truk,taksi,licence plate,license plate,number plate,sepeda motor',
  amount:
    'bayar,total,biaya,harga,saldo,sebesar,senilai,status,nominal,minimal,maksimal,min,max,limit,rp,idr,usd,rupiah',
  other:
    'order,pesanan,no pesanan,resi,noresi,awb,invoice,faktur,inv,tiket,ticket,ref,referensi,reference,trx,transaksi,transaction,id transaksi,booking,kode promo,voucher,kode voucher,kode error,error,error code,kode pos,zip code,postal code,kode kelas,class code,kode produksi,kode unik,versi,version,build,firmware,antrian,antrean,queue,laporan,lpr,part number,imei,serial,tahun,year,jam,pukul,promo code,token listrik,token pln,nisn,nim,nip,nidn,id pelanggan,idpel,meter,area code,country code,kode area,kode bank,kode negara,kode barang,kode bayar,kode billing,kode referral,referral code,kode booking,kode reservasi,kode toko,kode wilayah,kode pendaftaran,nomor pendaftaran,noreg,no reg,http,kode status,kode respons,kode produk,kode buku,kode mk,kode matkul,kode ruang,source code,qr code,bar code,barcode,dress code,coupon code,discount code,gift code,kode diskon,case,case number,nomor aduan',
};

const SENTENCE = /^[.?!]$/;
const CLITIC = /(?:nya|ku|mu)$/;
const MOST_WORDS = 8;
/** Words, marks and short numbers looked at: a bound on the work. */
const MOST_TOKENS = 24;
const LONGEST_LABEL = 3;

const KIND_OF: ReadonlyMap<string, LabelKind> = new Map(
  // Object.entries widens the keys of a record to string.
  (Object.entries(LABELS) as [LabelKind, string][]).flatMap(([kind, labels]) =>
    labels.split(',').map((label) => [label, kind] as const),
  ),
);

/** Labels before the token at `at`, nearest first. What another number or a placeholder cuts off does not count. */
export function labelsBefore(tokens: readonly Token[], at: number): Label[] {
  const labels: Label[] = [];
  let distance = 0;
  for (let before = at - 1; before >= Math.max(0, at - MOST_TOKENS) && distance < MOST_WORDS; before--) {
    const token = tokens[before];
    if (!token || isBarrier(token)) break;
    if (endsSentence(tokens, before)) break;
    if (token.kind !== 'word') continue;
    const found = labelEndingAt(tokens, before);
    if (found) {
      labels.push({ kind: found.kind, distance });
      before -= found.words - 1;
    }
    distance++;
  }
  return labels;
}

/** Labels after the token at `at`, nearest first: "A1234567 itu nomor pasporku". */
export function labelsAfter(tokens: readonly Token[], at: number): Label[] {
  const labels: Label[] = [];
  let distance = 0;
  for (let after = at + 1; after < Math.min(tokens.length, at + MOST_TOKENS) && distance < 4; after++) {
    const token = tokens[after];
    if (!token || isBarrier(token) || beginsSentence(tokens, after) || /^[,;]$/.test(token.text)) break;
    if (token.kind !== 'word') continue;
    const found = labelStartingAt(tokens, after);
    if (found) labels.push({ kind: found.kind, distance });
    after += (found?.words ?? 1) - 1;
    distance++;
  }
  return labels;
}

/** A full stop after "no" shortens a word. */
function endsSentence(tokens: readonly Token[], at: number): boolean {
  const isMark = SENTENCE.test(tokens[at]?.text ?? '') && tokens[at + 1]?.gap !== '';
  return isMark && !/^(?:no|nomor|tgl|tlp|telp|hp|rek|jl|an)$/.test(tokens[at - 1]?.text ?? '');
}

function isBarrier(token: Token): boolean {
  return token.kind === 'masked' || (token.kind === 'digits' && token.raw.length >= 3);
}

/** The longest label whose last word is the token at `last`. */
function labelEndingAt(
  tokens: readonly Token[],
  last: number,
): { kind: LabelKind; words: number } | undefined {
  const words: string[] = [];
  for (let at = last; at >= 0 && words.length < LONGEST_LABEL; at--) {
    const token = tokens[at];
    if (token?.kind !== 'word' || (at < last && tokens[at + 1]?.gap === '\n')) break;
    words.unshift(token.text);
  }
  for (let from = 0; from < words.length; from++) {
    const kind = kindOf(words.slice(from));
    if (kind) return { kind, words: words.length - from };
  }
  return undefined;
}

/** The longest label whose first word is the token at `first`. */
function labelStartingAt(
  tokens: readonly Token[],
  first: number,
): { kind: LabelKind; words: number } | undefined {
  const words: string[] = [];
  for (let at = first; at < tokens.length && words.length < LONGEST_LABEL; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word' || (at > first && token.gap !== ' ')) break;
    words.push(token.text);
  }
  for (let length = words.length; length > 0; length--) {
    const kind = kindOf(words.slice(0, length));
    if (kind) return { kind, words: length };
  }
  return undefined;
}

function kindOf(words: readonly string[]): LabelKind | undefined {
  const phrase = words.join(' ');
  return KIND_OF.get(phrase) ?? KIND_OF.get(phrase.replace(CLITIC, ''));
}
