import { SETTING_NOTES } from './setting-notes.ts';

/** All settings as the table that the README shows. */
export function settingsTable(): string {
  const rows = Object.entries(SETTING_NOTES).map(([name, { default: value, meaning, example }]) => {
    const byDefault = value === '' ? '–' : `\`${value}\``;
    return `| \`${name}\` | ${byDefault} | ${meaning} | \`${example}\` |`;
  });
  return ['| setting | default | meaning | example |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
