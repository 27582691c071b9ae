import {
  contentHash,
  type Draft,
  type Failure,
  type FailureKind,
  type Finding,
  instant,
  type Manifest,
  type Platform,
  PlatformError,
  type PlatformIo,
  type Step,
  type StepResult,
} from '@affiche/core';
import { z } from 'zod';

// A network of one's own, whole: the noticeboard of a village. board-server.ts is the board itself.

const source = { url: 'https://village.example/noticeboard', verifiedAt: '2026-11-22' };

/** A yes or a no to everything that a draft may hold; to each no the check has a finding. */
const capabilities = Object.entries({
  text: true,
  thread: true,
  images: false,
  video: false,
  'first-comment': false,
  reply: false,
  poll: false,
  'content-warning': false,
}).map(([name, supported]) => ({ name, supported, source }));

const manifest: Manifest = {
  platform: 'noticeboard',
  name: 'Noticeboard',
  documentation: source.url,
  verifiedAt: source.verifiedAt,
  capabilities,
  limits: { text: { value: 200, unit: 'characters', confidence: 'official', source } },
  rates: [
    {
      bucket: 'notices',
      per: 'account',
      points: 300,
      windowSeconds: 3600,
      kind: 'sliding',
      confidence: 'official',
      source,
    },
  ],
  facts: [],
  credentials: [{ name: 'token', secret: true, description: 'Given out at the town hall.' }],
};

const characters = new Intl.Segmenter('en');

/** What a publication may choose on this network: nothing. */
const Options = z.object({});
/** What the board says of itself. */
const Facts = z.object({ mostCharacters: z.int().positive() });
/** What a step sends, under a key of our own. */
const Request = z.object({
  key: z.string(),
  notice: z.object({ text: z.string(), answers: z.string().optional() }),
});

/** Where the board is. */
export interface NoticeboardSettings {
  readonly url: string;
}

/** The noticeboard, as a publisher wants it. */
export function noticeboard({
  url,
}: NoticeboardSettings): Platform<z.infer<typeof Options>, z.infer<typeof Facts>> {
  const ask = (step: Step, method: 'GET' | 'PUT' | 'DELETE', io: PlatformIo) => {
    const { key, notice } = Request.parse(step.request);
    return io.fetch(`${url}/notices/${key}`, {
      method,
      headers: { authorization: `Bearer ${io.credentials['token']}` },
      ...(method === 'PUT' && { body: JSON.stringify(notice) }),
      ...(io.signal && { signal: io.signal }),
    });
  };
  const made = (step: Step, statement: string) => {
    const { key } = Request.parse(step.request);
    return { output: { id: key, url: `${url}/notices/${key}` }, evidence: { statement } };
  };

  return {
    id: 'noticeboard',
    manifest,
    options: Options,
    factsSchema: Facts,
    defaultFacts: { mostCharacters: 200 },

    async facts(_account, io) {
      return Facts.parse(await (await io.fetch(`${url}/rules`)).json());
    },

    check: ({ draft, facts: { mostCharacters } }) => [
      ...notOffered(draft),
      ...draft.items.flatMap(({ text }, item): Finding[] =>
        count(text) <= mostCharacters
          ? []
          : [
              {
                rule: 'noticeboard/text/too-long',
                severity: 'error',
                path: ['items', item, 'text'],
                message: `The notice has ${count(text)} characters, and ${mostCharacters} fit.`,
                measured: count(text),
                limit: mostCharacters,
                unit: 'characters',
                fix: 'Shorten it, or let a second notice answer it.',
                source,
              },
            ],
      ),
    ],

    preview: ({ draft, facts: { mostCharacters } }) => ({
      platform: 'noticeboard',
      items: draft.items.map(({ text }) => ({
        segments: [{ text }],
        length: { measured: count(text), limit: mostCharacters, unit: 'characters' },
        media: [],
      })),
    }),

    // The same seed gives the same keys: a repeat is the same notice, not another one.
    compile: ({ draft }, seed) => {
      const keys = draft.items.map((_, item) => contentHash([seed.key, item]));
      return draft.items.map(({ text }, item): Step => {
        const parent = keys[item - 1];
        return {
          id: `notice-${item}`,
          kind: 'notice',
          item,
          visibility: 'public',
          // Whether it is there can be asked by its key.
          recognition: 'evidence',
          needs: item === 0 ? [] : [`notice-${item - 1}`],
          costs: [{ bucket: 'notices', points: 1 }],
          timeoutSeconds: 10,
          settleSeconds: 1,
          request: {
            key: keys[item] ?? '',
            notice: { text, ...(parent !== undefined && { answers: parent }) },
          },
        };
      });
    },

    async run(_account, step, _progress, io): Promise<StepResult> {
      let response: Response;
      try {
        response = await ask(step, 'PUT', io);
      } catch (error) {
        // The bytes may have left: nobody knows.
        return { status: 'ambiguous', failure: { kind: 'unknown', message: String(error) } };
      }
      if (response.ok) return { status: 'done', ...made(step, 'the board took the notice') };
      const failure = failureOf(response, io);
      return { status: failure.kind === 'unknown' ? 'ambiguous' : 'rejected', failure };
    },

    async reconcile(_account, step, _progress, _armedAt, io) {
      const response = await ask(step, 'GET', io);
      if (response.ok) {
        const found = Request.shape.notice.parse(await response.json());
        return found.text === Request.parse(step.request).notice.text
          ? { status: 'applied', ...made(step, 'the board has it under our key') }
          : { status: 'inconclusive', why: 'the board has another text under our key' };
      }
      return response.status === 404
        ? { status: 'absent', evidence: { statement: 'the board has nothing under our key' } }
        : { status: 'inconclusive', why: `the board answered ${response.status}` };
    },

    async undo(_account, step, _output, io) {
      const response = await ask(step, 'DELETE', io);
      if (response.ok || response.status === 404) return;
      throw new PlatformError('not-undone', {
        message: `The notice is still there: the board answered ${response.status}`,
        details: { failure: failureOf(response, io) },
      });
    },
  };
}

/** Whatever a draft may hold and a notice may not: nothing is left out in silence. */
function notOffered({ items, replyTo, contentWarning }: Draft): Finding[] {
  const held = [
    ...items.flatMap(({ media, poll, role }, item) => [
      { name: 'media', path: ['items', item, 'media'], isThere: media.length > 0 },
      { name: 'poll', path: ['items', item, 'poll'], isThere: poll !== undefined },
      { name: 'comment', path: ['items', item, 'role'], isThere: role === 'first-comment' },
    ]),
    { name: 'reply', path: ['replyTo'], isThere: replyTo !== undefined },
    { name: 'warning', path: ['contentWarning'], isThere: contentWarning !== undefined },
  ];
  return held.flatMap(({ name, path, isThere }) =>
    isThere
      ? [
          {
            rule: `noticeboard/${name}/none`,
            severity: 'error',
            path,
            message: `A notice is words: there is no place for a ${name}.`,
            fix: 'Leave it out.',
            source,
          },
        ]
      : [],
  );
}

/** Answers that the board gives before it does anything: with these, no notice is there. */
const proofsOfAbsence: Readonly<Record<number, FailureKind>> = {
  401: 'permission',
  429: 'rate-limited',
};

function failureOf({ status, headers }: Response, { clock }: PlatformIo): Failure {
  const kind = proofsOfAbsence[status] ?? 'unknown';
  const seconds = headers.get('retry-after');
  return {
    kind,
    status,
    message: `the board answered ${status}`,
    ...(kind === 'rate-limited' &&
      seconds !== null && { retryAt: instant(clock.now() + Number(seconds) * 1000) }),
  };
}

/** As the board counts: what readers take for a character is one. */
function count(text: string): number {
  return [...characters.segment(text)].length;
}
