import { z } from 'zod';
import { answerJson, refuse, refuseForNow } from './auth-answer.ts';
import { askAuth, readNewSession, way, type Way } from './auth-way.ts';
import { BY_ADDRESS } from './count-attempts.ts';
import { OIDC_PROVIDER, SIGN_IN_PAGE } from './open-auth.ts';
import { welcome } from './ways-in.ts';

const AGENT_PAGE = '/agent/';
const NONE = 'There is no sign-in by another service here. Use your mailbox and password.';

/** Ways in by a provider elsewhere (OpenID Connect, authorization code with PKCE). */
export const WAYS_BY_OIDC: Readonly<Record<string, Way>> = {
  'GET /ways': way({
    body: z.undefined(),
    run: ({ openOidc, oidcName }) => Promise.resolve(answerJson(openOidc ? { oidc: oidcName } : {})),
  }),

  'POST /oidc': way({
    body: z.object({}),
    async run(means, { request, client }) {
      if (!means.openOidc) return refuse(404, 'not-found', NONE);
      const seconds = await means.count([{ limit: BY_ADDRESS, of: `oidc ${client}` }]);
      if (seconds > 0) return refuseForNow(seconds);
      const body = {
        provider: OIDC_PROVIDER,
        callbackURL: AGENT_PAGE,
        errorCallbackURL: SIGN_IN_PAGE,
        disableRedirect: true,
      };
      const auth = await means.openOidc();
      const response = await askAuth(auth, means, request, '/sign-in/social', { body });
      const answer: unknown = response.ok ? await response.clone().json() : undefined;
      const url = typeof answer === 'object' && answer !== null && 'url' in answer ? answer.url : undefined;
      if (typeof url === 'string') return answerJson({ url }, response);
      return refuse(
        503,
        'unavailable',
        'The other service cannot be reached. Use your password, or try later.',
      );
    },
  }),

  [`GET /callback/${OIDC_PROVIDER}`]: way({
    body: z.undefined(),
    async run(means, { request }) {
      if (!means.openOidc) return refuse(404, 'not-found', NONE);
      const auth = await means.openOidc();
      const path = `/callback/${OIDC_PROVIDER}${new URL(request.url).search}`;
      const response = await askAuth(auth, means, request, path);
      const signedIn = await readNewSession(auth, response);
      if (signedIn) await welcome(means, auth, request, signedIn, 'oidc');
      return sendTo(signedIn ? AGENT_PAGE : `${SIGN_IN_PAGE}?error=oidc`, response);
    },
  }),
};

/** To a page of this site, whatever the answer that the cookies are taken from says. */
function sendTo(page: string, from: Response): Response {
  const headers = new Headers({ Location: page, 'Cache-Control': 'no-store' });
  for (const cookie of from.headers.getSetCookie()) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}
