import { type AnyPlatform, Draft, type Media } from '@affiche/core';
import { type ConformanceCase, expectSame } from './conformance-case.ts';
import {
  type ConformanceSandbox,
  draftOf,
  findingsIn,
  offers,
  textsOf,
} from './conformance-sandbox.ts';

const address = 'https://cdn.example.com/sample';
const picture = media('image', 'image/jpeg');
const film = { ...media('video', 'video/mp4'), durationSeconds: 10 };

/** A draft that needs what a capability promises, made of one that does not. */
const drafts: Readonly<Record<string, (plain: Draft) => unknown>> = {
  text: ({ items: [first], ...draft }) => ({ ...draft, items: [{ ...first, media: [] }] }),
  images: (draft) => showing(draft, [picture]),
  video: (draft) => showing(draft, [film]),
  thread: (draft) => followed(draft, 'reply'),
  'first-comment': (draft) => followed(draft, 'first-comment'),
  reply: (draft) => ({ ...draft, replyTo: { id: '1' } }),
  poll: ({ items: [first], ...draft }) => ({
    ...draft,
    items: [{ ...first, poll: { options: ['one', 'two'], durationSeconds: 86_400 } }],
  }),
  'content-warning': (draft) => ({ ...draft, contentWarning: 'sample' }),
};

/** What a manifest must say yes or no to, because a draft may hold it. */
export const draftCapabilities = Object.keys(drafts);

/** What the manifest says must be what the adapter does: a no is told to whoever writes a draft. */
export function offerCases(platform: AnyPlatform, sandbox: ConformanceSandbox): ConformanceCase[] {
  const plain = () => draftOf(platform, sandbox, textsOf(platform, 'plain').slice(0, 1));
  const lacking = draftCapabilities.filter((name) => offers(platform, name) === false);
  return [
    {
      name: 'says in its manifest what a draft may hold',
      run: async () => {
        const silent = draftCapabilities.filter((name) => offers(platform, name) === undefined);
        expectSame(silent, [], 'capabilities that the manifest does not name');
      },
    },
    {
      name: 'finds no error in the sample that the other cases publish',
      run: async () => {
        const draft = draftOf(platform, sandbox, textsOf(platform, 'sample'));
        const errors = findingsIn(platform, sandbox, draft)
          .filter(({ severity }) => severity === 'error')
          .map(({ rule, message }) => `${rule}: ${message}`);
        expectSame(errors, [], 'errors; give the sandbox a `sample` that the network takes');
      },
    },
    ...lacking.map((name): ConformanceCase => ({
      name: `warns of a draft with ${name}, which the manifest does not offer`,
      lacks: name,
      run: async () => {
        const asked = Draft.parse(drafts[name]?.(plain()));
        const known = new Set(findingsIn(platform, sandbox, plain()).map(({ rule }) => rule));
        const told = findingsIn(platform, sandbox, asked).some(
          ({ rule, severity }) => severity !== 'info' && !known.has(rule),
        );
        expectSame(told, true, `an error or a warning about ${name}`);
      },
    })),
  ];
}

function media(kind: Media['kind'], mimeType: string): Media {
  const source = { url: address };
  return { source, kind, mimeType, bytes: 20_000, width: 1080, height: 1080, alt: 'A sample.' };
}

function showing({ items: [first], ...draft }: Draft, files: readonly Media[]): unknown {
  return { ...draft, items: [{ ...first, media: files }] };
}

function followed({ items, ...draft }: Draft, role: string): unknown {
  return { ...draft, items: [...items, { text: 'What follows.', role }] };
}
