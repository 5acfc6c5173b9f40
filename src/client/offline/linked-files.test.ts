import { expect, test } from 'vitest';
import { findLinkedFiles } from './linked-files.ts';

function find(text: string, path: string): string[] {
  return findLinkedFiles(text, new URL(path, 'https://pandu.example.org'));
}

test('finds the styles, scripts and fonts of a page, each once, and nothing of other sites', () => {
  const html =
    '<link rel="stylesheet" href="/_astro/a.css"><link rel="preload" href="/_astro/f.woff2" as="font">' +
    '<script type="module" src="/_astro/p.js"></script><script type="module" src="/_astro/p.js"></script>' +
    '<a href="/banking/">x</a><img src="https://example.com/_astro/x.png">';
  expect(find(html, '/')).toEqual(['/_astro/a.css', '/_astro/f.woff2', '/_astro/p.js']);
});

test('finds the fonts and pictures of a style sheet, quoted or not', () => {
  const css = 'a{src:url(/_astro/f.woff2)}b{mask:url("./k.svg")}c{background:url(data:image/png;base64,AA)}';
  expect(find(css, '/_astro/a.css')).toEqual(['/_astro/f.woff2', '/_astro/k.svg']);
});

test('finds what a script imports now or later', () => {
  const script =
    'import{a}from"./shared.Ab1.js";const f=["_astro/box.C2.js","_astro/box.D3.css"];import("./late.E4.js");x="not a file"';
  expect(find(script, '/_astro/p.js')).toEqual([
    '/_astro/shared.Ab1.js',
    '/_astro/box.C2.js',
    '/_astro/box.D3.css',
    '/_astro/late.E4.js',
  ]);
});
