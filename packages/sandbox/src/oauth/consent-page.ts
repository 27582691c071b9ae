import type { Answer, Exchange } from '../http/exchange.ts';
import { Refusal } from '../http/refusal.ts';
import { type Route, route } from '../http/route.ts';
import type { SandboxContext } from '../start-sandbox.ts';
import { issueCode } from './codes.ts';

/** Where people allow an application something, and how the network wants it asked. */
export interface ConsentPage {
  readonly path: string;
  readonly network: string;
  /** Whether the application must prove by PKCE that it is the one that asked. */
  readonly challenge: 'required' | 'allowed' | 'refused';
  readonly codeSeconds: number;
  /** Who can say yes: an id, and a name to show. */
  readonly accounts: () => readonly { readonly id: string; readonly name: string }[];
  /** What else may be wrong with a request: a sentence, or nothing. */
  readonly objection?: (asked: URLSearchParams) => string | undefined;
}

/**
 * The page where a person chooses an account and says yes or no. It remembers nobody and asks for no
 * password: whoever can open it is everybody.
 */
export function consentRoutes(state: SandboxContext<unknown>, page: ConsentPage): Route[] {
  return [
    route('GET', page.path, ({ query }) => {
      check(query, page);
      return show(query, page);
    }),
    route('POST', page.path, (exchange) => decide(state, exchange, page)),
  ];
}

function check(asked: URLSearchParams, page: ConsentPage): void {
  const redirect = URL.parse(asked.get('redirect_uri') ?? '');
  const challenge = asked.get('code_challenge');
  const wrong =
    asked.get('response_type') !== 'code'
      ? 'response_type must be code'
      : !applicationOf(asked)
        ? 'client_id is missing'
        : !redirect
          ? 'redirect_uri is no address'
          : page.challenge === 'required' && !challenge
            ? 'code_challenge is missing'
            : challenge && asked.get('code_challenge_method') !== 'S256'
              ? 'code_challenge_method must be S256'
              : page.objection?.(asked);
  if (wrong) throw new Refusal(html(400, `<p>${escape(wrong)}</p>`));
}

function show(asked: URLSearchParams, { network, accounts }: ConsentPage): Answer {
  const scopes = (asked.get('scope') ?? '').split(/[ ,]+/).filter(Boolean);
  return html(
    200,
    `<h1>${escape(network)}</h1>
<p>${escape(applicationOf(asked))} asks for:</p>
<ul>${scopes.map((scope) => `<li>${escape(scope)}</li>`).join('')}</ul>
<form method="post">${accounts()
      .map(
        ({ id, name }) =>
          `<button name="account" value="${escape(id)}">Allow it for ${escape(name)}</button>`,
      )
      .join('')}<button name="account" value="">Refuse</button></form>`,
  );
}

function decide(state: SandboxContext<unknown>, exchange: Exchange, page: ConsentPage): Answer {
  const { query, fields } = exchange;
  check(query, page);
  const account = page.accounts().find(({ id }) => id === fields['account'])?.id;
  const redirectUri = query.get('redirect_uri') ?? '';
  const back = new URL(redirectUri);
  back.searchParams.set('state', query.get('state') ?? '');
  if (account === undefined) {
    back.searchParams.set('error', 'access_denied');
    back.searchParams.set('error_description', 'The person said no.');
  } else {
    const consent = {
      account,
      redirectUri,
      client: applicationOf(query),
      scope: query.get('scope') ?? '',
      challenge: page.challenge === 'refused' ? null : query.get('code_challenge'),
    };
    back.searchParams.set('code', issueCode(state, consent, page.codeSeconds));
  }
  return { status: 302, headers: { location: back.href } };
}

function html(status: number, body: string): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body: `<!doctype html><html lang="en"><title>Sandbox</title><body>${body}</body></html>`,
  };
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** The application's id; TikTok has a name of its own for it. */
function applicationOf(asked: URLSearchParams): string {
  return asked.get('client_id') ?? asked.get('client_key') ?? '';
}
