import { type Account, ConfigurationError, type PlatformIo } from '@affiche/core';
import { type Diagnosis, diagnose } from '../error-table.ts';
import { type Answer, type Call, send, type Unanswered } from '../http.ts';
import { serverOrigin } from '../origin.ts';
import { readRateHeaders } from '../rate-headers.ts';
import { platformError } from '../step-result.ts';
import { wordPressErrors } from './errors.ts';
import type { WordPressSettings } from './settings.ts';

/** A call of one endpoint. */
export interface WordPressCall<Body> extends Pick<
  Call<Body>,
  'method' | 'search' | 'json' | 'body' | 'answer' | 'timeoutSeconds'
> {
  /** The path after `/wp/v2`, with ids filled in: `/posts/42`; empty for the site itself. */
  readonly path: string;
  /** The path as the error table knows it: `/posts/:id`. */
  readonly endpoint?: string;
}

/** Calls an endpoint once. Nothing is thrown; see {@link Answer}. */
export async function callWordPress<Body>(
  account: Account,
  { path, search, ...call }: WordPressCall<Body>,
  io: PlatformIo,
  settings: WordPressSettings,
): Promise<Answer<Body>> {
  const origin = `${serverOrigin(account)}${settings.path ?? ''}`;
  const route = path === '' ? '/' : `/wp/v2${path}`;
  const answer = await send(
    {
      ...call,
      url: settings.plainPermalinks ? `${origin}/` : `${origin}/wp-json${route}`,
      search: { ...(settings.plainPermalinks && { rest_route: route }), ...search },
      headers: { authorization: authorization(io) },
    },
    io,
  );
  // WordPress counts nothing: this is the host in front of it, which means every request.
  if (answer.outcome === 'refused' && answer.status === 429) {
    const said = readRateHeaders(answer.headers, io.clock.now());
    io.observeRate({ bucket: '*', refused: true, ...said });
  }
  return answer;
}

/** Calls an endpoint that only reads. */
export async function readWordPress<Body>(
  account: Account,
  call: WordPressCall<Body>,
  io: PlatformIo,
  settings: WordPressSettings,
): Promise<Body> {
  const answer = await callWordPress(account, call, io, settings);
  if (answer.outcome === 'answered') return answer.body;
  throw platformError(diagnoseWordPress(answer, call, io));
}

/** What a failed call means. */
export function diagnoseWordPress(
  answer: Unanswered,
  { method, path, endpoint = path }: Pick<WordPressCall<unknown>, 'method' | 'path' | 'endpoint'>,
  io: PlatformIo,
): Diagnosis {
  return diagnose(answer, `${method.toUpperCase()} ${endpoint}`, wordPressErrors, io.clock.now());
}

function authorization({ credentials }: PlatformIo): string {
  const { username = '', applicationPassword = '' } = credentials;
  if (username === '' || username.includes(':') || applicationPassword === '') {
    throw new ConfigurationError('invalid-credentials', {
      message: 'The credentials username and applicationPassword are missing, or no such thing',
      hint: 'Make an application password in the profile of the user, and store both.',
    });
  }
  const bytes = new TextEncoder().encode(`${username}:${applicationPassword}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
