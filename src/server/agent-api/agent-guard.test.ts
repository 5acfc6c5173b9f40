import { OpenAPIHono } from '@hono/zod-openapi';
import { describe, expect, it } from 'vitest';
import type { Agent, Role } from '../agent/index.ts';
import { refuseForeign, requireAgent, type AgentEnv } from './agent-guard.ts';

const SITE = 'https://pandu.example.org';
const JSON_TYPE = { 'Content-Type': 'application/json' };

describe('the guard of agents’ addresses', () => {
  it.each([
    ['from this site', { ...JSON_TYPE, 'Sec-Fetch-Site': 'same-origin' }, 200],
    ['from this origin, by a browser that says no more', { ...JSON_TYPE, Origin: SITE }, 200],
    ['with files', { 'Content-Type': 'multipart/form-data; boundary=x', Origin: SITE }, 200],
    ['from another site', { ...JSON_TYPE, 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['from a neighbour in the domain', { ...JSON_TYPE, 'Sec-Fetch-Site': 'same-site' }, 403],
    ['from another origin', { ...JSON_TYPE, Origin: 'https://evil.example.net' }, 403],
    ['from nowhere', { ...JSON_TYPE, Origin: 'null' }, 403],
    ['as the form of a page', { 'Content-Type': 'application/x-www-form-urlencoded', Origin: SITE }, 403],
    ['as plain text', { 'Content-Type': 'text/plain', Origin: SITE }, 403],
    ['without a type', { Origin: SITE }, 403],
  ])('answers what is sent %s', async (_, headers, status) => {
    const answer = await app('agent').request('/agent/api/thing', { method: 'POST', headers });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  it('lets a link from elsewhere read', async () => {
    const answer = await app('agent').request('/agent/api/thing', {
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    });
    expect(await answer.text()).toBe('agent');
  });

  it.each<[Role | undefined, number]>([
    [undefined, 401],
    ['agent', 403],
    ['lead', 200],
    ['admin', 200],
  ])('answers %s, where a lead is needed, with %d', async (role, status) => {
    const answer = await app(role).request('/agent/api/lead');
    expect(answer.status).toBe(status);
  });
});

function app(role: Role | undefined): OpenAPIHono<AgentEnv> {
  const agent: Agent | undefined = role && { id: 'a', name: 'A', email: 'a@example.org', role };
  const agents = { whoIs: () => Promise.resolve(agent) };
  const hono = new OpenAPIHono<AgentEnv>();
  hono.use('/agent/api/*', refuseForeign(SITE));
  hono.all('/agent/api/thing', requireAgent(agents), (c) => c.text(c.get('agent').role));
  hono.all('/agent/api/lead', requireAgent(agents, 'lead'), (c) => c.text('yes'));
  return hono;
}
