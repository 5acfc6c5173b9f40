import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { AGENT_ACCOUNT } from '../i18n/agent-account-text.ts';
import type { DeskSite } from './fake-desk-site.ts';
import type { Visit } from './visitor.ts';

/** Somebody who answers readers. */
export type Person = Readonly<Record<'name' | 'email' | 'password', string>>;

export const ADMIN: Person = {
  name: 'Sari Wulandari',
  email: 'sari@example.org',
  password: 'cukup panjang untuk sebuah sandi',
};

/** Uses the one-time link of the start command, and opens the inbox as the first admin. */
export async function becomeAdmin(visit: Visit, { agentUrl, firstAdminPath }: DeskSite): Promise<Page> {
  const page = await visit({ address: agentUrl + firstAdminPath });
  for (const [name, value] of Object.entries(ADMIN)) await page.locator(`#${name}`).fill(value);
  await page.locator('#password').press('Enter');
  // Who looks at the address later does not see the link.
  expect(page.url()).not.toContain('token');
  await page.getByRole('link', { name: AGENT_ACCOUNT.id.start.later }).click();
  await page.locator('#inbox-search').waitFor();
  return page;
}

/** What the agents' API says in the session of a page. */
export async function read<Answer>(page: Page, path: string): Promise<Answer> {
  const response = await page.request.get(new URL(`/agent/api${path}`, page.url()).href);
  expect(response.status()).toBe(200);
  // The caller says which part of the agreed form it looks at.
  return (await response.json()) as Answer;
}
