import { describe, expect, it } from 'vitest';
import { describeBuild } from './describe-build.ts';

const OUTCOME = { isNew: true, folder: `${process.cwd()}/dist/static`, guides: 64 };
const SITE = { siteUrl: 'https://bantuan.example.org', isSiteUrlGiven: true };
const TIME = { milliseconds: 8_450, isForStart: false };

describe('describeBuild', () => {
  it('says what was made, for which address, and how to serve it', () => {
    const text = describeBuild(OUTCOME, 'static', SITE, TIME);
    expect(text).toContain('Built 64 guides for https://bantuan.example.org in 8.4 s: dist/static/');
    expect(text).toContain('npx serve dist/static');
    expect(text).not.toContain('SITE_URL');
  });

  it('asks for the public address when it was not given', () => {
    expect(describeBuild(OUTCOME, 'server', { ...SITE, isSiteUrlGiven: false }, TIME)).toMatch(
      /npm start[^]*SITE_URL/,
    );
  });

  it('does not tell a server that starts how to start it', () => {
    const text = describeBuild(OUTCOME, 'server', SITE, { ...TIME, isForStart: true });
    expect(text).not.toContain('npm start');
  });

  it('does not claim to have built what was there', () => {
    expect(describeBuild({ ...OUTCOME, isNew: false }, 'server', SITE, TIME)).not.toContain('Built');
  });
});
