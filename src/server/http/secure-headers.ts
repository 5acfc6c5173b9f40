import type { MiddlewareHandler } from 'hono';

const POLICY = {
  'default-src': "'self'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
};

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

const YEAR_S = 31_536_000;

/**
 * Headers that keep browsers from running, framing or guessing anything that the site did not mean. An answer that has
 * one of its own, such as a file of a reader, keeps it.
 */
export function secureHeaders(siteUrl: string): MiddlewareHandler {
  const isHttps = siteUrl.startsWith('https://');
  const policy = Object.entries(POLICY).map(([name, value]) => `${name} ${value}`);
  if (isHttps) policy.push('upgrade-insecure-requests');
  const headers = {
    ...HEADERS,
    'Content-Security-Policy': policy.join('; '),
    ...(isHttps && { 'Strict-Transport-Security': `max-age=${YEAR_S}; includeSubDomains` }),
  };
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  };
}
