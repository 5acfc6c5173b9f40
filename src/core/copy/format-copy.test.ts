import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import type { CopiedGuide } from './copied-guide.ts';
import { formatCopy } from './format-copy.ts';

const LINK = 'https://pandu.example.org/g/k7m2pqr/';

const guide: CopiedGuide = {
  title: 'OTP tidak masuk',
  firstNumber: 1,
  link: LINK,
  steps: [
    { key: 'wait', action: 'Tunggu 2 menit.', detail: 'Kalau kode datang, selesai.' },
    {
      key: 'call',
      action: 'Telepon bank.',
      detail: 'Bawa:\n- KTP\n- kartu ATM',
      condition: 'Hanya kalau: nomor sudah ganti',
      warning: 'Hati-hati',
    },
  ],
};

describe('formatCopy', () => {
  test('writes WhatsApp text with bold title and actions, numbered steps and the short address', () => {
    expect(formatCopy(guide, 'whatsapp')).toEqual({
      text: [
        '*OTP tidak masuk*',
        '1. *Tunggu 2 menit.* Kalau kode datang, selesai.',
        '2. Hati-hati: *Telepon bank.* (Hanya kalau: nomor sudah ganti) Bawa:\n– KTP\n– kartu ATM',
        LINK,
      ].join('\n\n'),
    });
  });

  test('writes plain text without any mark', () => {
    expect(formatCopy(guide, 'plain').text).toBe(
      [
        'OTP tidak masuk',
        '1. Tunggu 2 menit. Kalau kode datang, selesai.',
        '2. Hati-hati: Telepon bank. (Hanya kalau: nomor sudah ganti) Bawa:\n   - KTP\n   - kartu ATM',
        LINK,
      ].join('\n\n'),
    );
  });

  test('writes HTML for mail, with the plain text beside it', () => {
    expect(formatCopy({ ...guide, steps: guide.steps.slice(0, 1) }, 'html')).toEqual({
      html:
        '<p><strong>OTP tidak masuk</strong></p>' +
        '<ol><li><strong>Tunggu 2 menit.</strong> Kalau kode datang, selesai.</li></ol>' +
        `<p><a href="${LINK}">${LINK}</a></p>`,
      text: `OTP tidak masuk\n\n1. Tunggu 2 menit. Kalau kode datang, selesai.\n\n${LINK}`,
    });
  });

  test('keeps the number that a single step has in its guide', () => {
    const step = { ...guide, firstNumber: 3, steps: guide.steps.slice(0, 1) };
    expect(formatCopy(step, 'markdown').text).toContain('\n3. **Tunggu 2 menit.**');
    expect(formatCopy(step, 'html').html).toContain('<ol start="3">');
    expect(formatCopy(step, 'whatsapp').text).toContain('\n3. *Tunggu 2 menit.*');
  });
});

function titled(title: string): CopiedGuide {
  return { ...guide, title, steps: [] };
}

function titleLine(title: string, format: 'whatsapp' | 'plain' | 'markdown'): string {
  return formatCopy(titled(title), format).text.replace(`\n\n${LINK}`, '').replace(`\n\n<${LINK}>`, '');
}

describe('hostile words', () => {
  test.each([
    ['a bold pair', 'satu *dua* tiga', 'satu ∗dua∗ tiga'],
    ['an italic pair', 'satu _dua_ tiga', '*satu ＿dua＿ tiga*'],
    ['a struck pair', '~dua~', '*∼dua∼*'],
    ['code', 'pakai `rm` saja', '*pakai ’rm’ saja*'],
    ['a block of code', '```x```', '*’’’x’’’*'],
    ['pairs in pairs', '_~x~_', '*＿∼x∼＿*'],
    ['a dial code, which people type in', 'Tekan *123# sekarang', 'Tekan *123# sekarang'],
    ['a name with low lines', 'akun nama_saya_1 hilang', '*akun nama_saya_1 hilang*'],
    ['a quotation', '> kutipan', '*› kutipan*'],
    ['lines', 'satu\n\ndua', '*satu dua*'],
    ['text that runs backwards', 'a\u202Eb\u200Bc', '*abc*'],
  ])('WhatsApp shows %s as words', (_, title, expected) => {
    expect(titleLine(title, 'whatsapp')).toBe(expected);
  });

  test.each([
    '**bold** _italic_ `code` ~~gone~~',
    '[tekan](javascript:alert(1)) ![x](https://example.org/x.png)',
    '<script>alert(1)</script> <b>x</b> &lt;b&gt;',
    '# judul',
    '1. daftar',
    '- daftar',
    '+ daftar',
    '> kutipan',
    '| a | b |',
    String.raw`\*x\* \\`,
    '***',
    '[^catatan] [a]: https://example.org/a',
    'Tekan *123# lalu tunggu',
  ])('Markdown shows %j as words', (title) => {
    const tree = remark()
      .use(remarkGfm)
      .parse(`${titleLine(title, 'markdown')}\n\n${formatCopy(guide, 'markdown').text}`);
    const [first] = tree.children;
    expect(first && toString(first)).toBe(title);
    const kinds = new Set<string>();
    visit(first ?? tree, (node) => void kinds.add(node.type));
    expect([...kinds].filter((kind) => !['paragraph', 'strong', 'text', 'link'].includes(kind))).toEqual([]);
  });

  test.each(['[- satu', '- satu', '1. satu', '1) satu', '=== satu', '> satu', '# satu'])(
    'Markdown keeps a detail line %j inside its step',
    (line) => {
      const steps = [{ key: 'a', action: 'Buka.', detail: `Lalu:\n${line}` }];
      const tree = remark()
        .use(remarkGfm)
        .parse(formatCopy({ ...guide, steps }, 'markdown').text);
      expect(tree.children.map(({ type }) => type)).toEqual(['paragraph', 'list', 'paragraph']);
      expect(toString(tree)).toContain(line);
    },
  );

  test.each([
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['"><svg/onload=1>', '&quot;&gt;&lt;svg/onload=1&gt;'],
    [`&lt; ' "`, '&amp;lt; &#39; &quot;'],
  ])('HTML shows %j as words', (title, expected) => {
    expect(formatCopy(titled(title), 'html').html).toContain(`<p><strong>${expected}</strong></p>`);
  });

  test('a hostile address cannot leave its attribute', () => {
    const html = formatCopy({ ...guide, link: 'https://example.org/"onclick="x' }, 'html').html;
    expect(html).toContain('href="https://example.org/&quot;onclick=&quot;x"');
  });
});
