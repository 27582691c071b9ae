import {
  accountKey,
  type AnyPlatform,
  type Account,
  instant,
  type Failure,
  FailureKind,
  type Manifest,
  PlatformError,
  type Platform,
  type Price,
  type RateRule,
  type Reconciled,
  type Step,
  type StepProgress,
  type StepResult,
} from '@affiche/core';
import { z } from 'zod';
import { isSince, type ModelNetwork, type ModelPost, type ModelRequest } from './model-network.ts';
import { draftCapabilities } from './offer-cases.ts';

/** How the adapter of a model network behaves. */
export interface ModelPlatformOptions {
  /** @defaultValue `model` */
  readonly id?: string;
  /** @defaultValue 5 */
  readonly timeoutSeconds?: number;
  /** @defaultValue 5 */
  readonly settleSeconds?: number;
  /** What a post costs; nothing unless said. */
  readonly price?: Price;
  readonly rates?: readonly Omit<RateRule, 'confidence' | 'source'>[];
}

const Answer = z.object({
  id: z.string().optional(),
  kind: FailureKind.optional(),
  message: z.string().optional(),
  retryAt: z.string().optional(),
});

const Request = z.object({
  intent: z.string(),
  text: z.string(),
  key: z.string(),
  parent: z.string().optional(),
});

const source = { url: 'https://example.org/', verifiedAt: '2026-11-21' };

/** The adapter of a model network: one step a post, and a private container before it with `handle`. */
export function modelPlatform(
  network: ModelNetwork,
  options: ModelPlatformOptions = {},
): AnyPlatform {
  const { id = 'model', timeoutSeconds = 5, settleSeconds = 5 } = options;
  const { recognition, login = false } = network.options;

  const step = (part: Partial<Step> & Pick<Step, 'id' | 'kind' | 'request'>): Step => ({
    visibility: 'public',
    recognition,
    needs: [],
    costs: [{ bucket: 'writes', points: 1 }],
    ...(options.price && { price: options.price }),
    timeoutSeconds,
    settleSeconds,
    ...(recognition === 'client-key'
      ? { keyWindowSeconds: network.options.keyWindowSeconds ?? 3600 }
      : {}),
    ...part,
  });

  const platform: Platform = {
    id,
    manifest: manifestOf(id, options.rates ?? [], login),
    options: z.json(),
    factsSchema: z.json(),
    defaultFacts: {},
    async facts(_account, io) {
      return { status: (await io.fetch('https://model.example/')).status };
    },
    check: ({ draft }) =>
      draft.items.flatMap(({ text }, item) =>
        text.length > 300
          ? [
              {
                rule: 'model/text/length',
                severity: 'error' as const,
                path: ['items', item, 'text'],
                message: 'The text is too long.',
                measured: text.length,
                limit: 300,
                unit: 'characters',
                fix: 'Shorten it.',
              },
            ]
          : [],
      ),
    preview: ({ draft }) => ({
      platform: id,
      items: draft.items.map(({ text, media }) => ({
        segments: [{ text }],
        length: { measured: text.length, limit: 300, unit: 'characters' },
        media,
      })),
    }),
    compile: ({ draft }, seed) =>
      draft.items.flatMap(({ text }, item) => {
        const publication = seed.key.replace(/#\d+$/, '');
        const request = { intent: `${publication}/${item}`, text, key: `${seed.key}/${item}` };
        const parent = item > 0 ? [`post-${item - 1}`] : [];
        const post = { id: `post-${item}`, kind: 'post', item, request };
        if (recognition !== 'handle') return [step({ ...post, needs: parent })];
        const container = `container-${item}`;
        return [
          step({ id: container, kind: 'container', visibility: 'none', request }),
          step({ ...post, needs: [...parent, container] }),
        ];
      }),
    async run(account, current, progress, io): Promise<StepResult> {
      if (current.kind === 'container') {
        return {
          status: 'done',
          output: { data: { container: current.id } },
          evidence: { statement: 'the network made a container' },
        };
      }
      const request = requestOf(account, current, progress);
      const { token } = io.credentials;
      const body = JSON.stringify(login ? { ...request, token } : request);
      const { signal } = io;
      try {
        const init = { method: 'POST', body, ...(signal ? { signal } : {}) };
        const response = await io.fetch('https://model.example/posts', init);
        const answer = Answer.parse(await response.json());
        if (response.status !== 429) return read(response.status, answer);
        const seconds = Number(response.headers.get('retry-after') ?? 60);
        return read(429, { retryAt: instant(io.clock.now() + seconds * 1000), ...answer });
      } catch (error) {
        const wasRefused = error instanceof TypeError && error.message === 'connection refused';
        const failure = failureOf(wasRefused ? 'not-sent' : 'unknown', error);
        return { status: wasRefused ? 'rejected' : 'ambiguous', failure };
      }
    },
    async reconcile(account, current, progress, armedAt): Promise<Reconciled> {
      const request = requestOf(account, current, progress);
      const found = lookFor(network, request, armedAt);
      if (found === 'nobody-knows') {
        return { status: 'inconclusive', why: 'the network has no way to look' };
      }
      if (!found)
        return { status: 'absent', evidence: { statement: 'the network does not have it' } };
      return {
        status: 'applied',
        output: { id: found.id, url: `https://model.example/${found.id}` },
        evidence: { statement: 'the network has it' },
      };
    },
    async undo(_account, _step, output) {
      network.remove(output.id ?? '');
    },
    ...(login
      ? {
          async authenticate(current, io) {
            if (io.credentials['password'] !== 'open sesame') {
              throw new PlatformError('login-refused', {
                message: 'The password is wrong',
                details: { failure: { kind: 'permission', message: 'the password is wrong' } },
              });
            }
            return { token: network.logIn(accountKey(current)) };
          },
        }
      : {}),
  };
  return platform;
}

/** What an answer proves: a post, a refusal on the list of proofs, or nothing. */
function read(
  status: number,
  { id, message = '', retryAt, ...answer }: z.infer<typeof Answer>,
): StepResult {
  if (id !== undefined) {
    return {
      status: 'done',
      output: { id, url: `https://model.example/${id}` },
      evidence: { statement: 'the network answered with the id of the post' },
    };
  }
  const kind = status === 429 ? 'rate-limited' : answer.kind;
  if (kind === undefined)
    return { status: 'ambiguous', failure: { kind: 'unknown', message, status } };
  const failure = {
    kind,
    message,
    status,
    ...(kind === 'rate-limited' && retryAt !== undefined ? { retryAt } : {}),
  };
  return { status: 'rejected', failure };
}

function failureOf(kind: FailureKind, error: unknown): Failure {
  return { kind, message: error instanceof Error ? error.message : String(error) };
}

function requestOf(account: Account, { request }: Step, { outputs }: StepProgress): ModelRequest {
  const { intent, text, key } = Request.parse(request);
  const item = Number(intent.slice(intent.lastIndexOf('/') + 1));
  const parent = outputs[`post-${item - 1}`]?.id;
  const container = `container-${item}` in outputs ? `${key}/container` : undefined;
  return {
    account: accountKey(account),
    intent,
    text,
    key,
    ...(parent === undefined ? {} : { parent }),
    ...(container === undefined ? {} : { container }),
  };
}

function lookFor(
  network: ModelNetwork,
  request: ModelRequest,
  armedAt: string,
): ModelPost | 'nobody-knows' | undefined {
  switch (network.options.recognition) {
    case 'handle':
      return network.posts.find(({ container }) => container === request.container);
    case 'evidence':
      return network.posts.find(({ key }) => key === request.key);
    case 'lookup':
      return network
        .list(request.account)
        .find((post) => post.text === request.text && isSince(post, armedAt));
    case 'client-key':
    case 'none':
    default:
      return 'nobody-knows';
  }
}

function manifestOf(
  id: string,
  rates: NonNullable<ModelPlatformOptions['rates']>,
  login: boolean,
): Manifest {
  return {
    platform: id,
    name: 'Model network',
    documentation: source.url,
    verifiedAt: source.verifiedAt,
    // It takes whatever it is given, and shows the words.
    capabilities: draftCapabilities.map((name) => ({ name, supported: true, source })),
    limits: {},
    rates: rates.map((rate) => ({ ...rate, confidence: 'official', source })),
    facts: [],
    credentials: login
      ? [{ name: 'password', secret: true, description: 'The password of the account.' }]
      : [],
  };
}
