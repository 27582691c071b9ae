import {
  type CompileSeed,
  type Composition,
  type DraftItem,
  epochMilliseconds,
  instant,
  type Json,
  type Step,
} from '@affiche/core';
import { outputOf, referencedSteps } from '../output-reference.ts';
import { answeredItem } from '../thread-order.ts';
import { embedOf } from './embed.ts';
import { gateSteps } from './gates.ts';
import { postStepId, readStep } from './step-parts.ts';
import { detectRichText, type RichTextFacet } from './rich-text.ts';
import { outgoingText } from './rules.ts';
import type { BlueskyFacts } from './facts.ts';
import type { BlueskyOptions } from './settings.ts';
import { deriveTid } from './tid.ts';
import { uploadSteps } from './uploads.ts';

/** Turns a draft into steps: who is meant, what is shown, and then one record a post. */
export function compile(
  { draft, options }: Composition<BlueskyOptions, BlueskyFacts>,
  seed: CompileSeed,
): Step[] {
  const handles = new Set<string>();
  const posts = draft.items.flatMap((item, index) => {
    const facets = detectRichText(outgoingText(item));
    const people = facets.flatMap(({ feature }) =>
      feature.kind === 'mention' ? [feature.handle.toLowerCase()] : [],
    );
    const unknown = [...new Set(people)].filter((handle) => !handles.has(handle));
    for (const handle of unknown) handles.add(handle);
    return [
      ...unknown.map((handle) => readStep(`resolve-${handle}`, 'resolve-handle', { handle })),
      ...uploadSteps(item, index),
      postStep(item, index, facets, { draft, options }, seed),
      ...(index === 0 ? gateSteps(options, draft, seed) : []),
    ];
  });
  return [...referenceSteps({ draft, options }), ...posts];
}

type Source = Pick<Composition<BlueskyOptions, BlueskyFacts>, 'draft' | 'options'>;

/** Posts of others that were named without their version must be looked up first. */
function referenceSteps({ draft: { replyTo }, options: { quote } }: Source): Step[] {
  return [
    ...(replyTo && !isComplete(replyTo)
      ? [readStep('resolve-reply', 'resolve-post', { uri: replyTo.id })]
      : []),
    ...(quote && quote.version === undefined
      ? [readStep('resolve-quote', 'resolve-post', { uri: quote.id })]
      : []),
  ];
}

function postStep(
  item: DraftItem,
  index: number,
  facets: readonly RichTextFacet[],
  { draft, options }: Source,
  seed: CompileSeed,
): Step {
  const embed = embedOf(item, index, options);
  const reply = replyOf(index, draft);
  const languages = options.languages ?? (draft.language === undefined ? [] : [draft.language]);
  const record = {
    $type: 'app.bsky.feed.post',
    text: outgoingText(item),
    // A millisecond apart, so that a thread keeps its order wherever it is sorted by time.
    createdAt: instant(epochMilliseconds(seed.at) + index),
    ...(languages.length > 0 && { langs: languages }),
    ...(facets.length > 0 && { facets: facets.map(facetOf) }),
    ...(embed !== undefined && { embed }),
    ...(reply && { reply }),
    ...(options.tags.length > 0 && { tags: options.tags }),
    ...(options.labels.length > 0 && {
      labels: {
        $type: 'com.atproto.label.defs#selfLabels',
        values: options.labels.map((val) => ({ val })),
      },
    }),
  };
  return {
    id: postStepId(index),
    kind: 'put-post',
    item: index,
    visibility: 'public',
    recognition: 'client-key',
    // The key is good as long as the record; after an hour a person should look, though.
    keyWindowSeconds: 3600,
    needs: referencedSteps(record),
    costs: [
      { bucket: 'writes', points: 3 },
      { bucket: 'requests', points: 1 },
    ],
    timeoutSeconds: 30,
    settleSeconds: 5,
    request: { collection: 'app.bsky.feed.post', rkey: deriveTid(seed, index), record },
  };
}

function facetOf({ byteStart, byteEnd, feature }: RichTextFacet): Json {
  return { index: { byteStart, byteEnd }, features: [featureOf(feature)] };
}

function featureOf(feature: RichTextFacet['feature']): Json {
  const $type = `app.bsky.richtext.facet#${feature.kind}`;
  if (feature.kind === 'link') return { $type, uri: feature.uri };
  if (feature.kind === 'tag') return { $type, tag: feature.tag };
  return { $type, did: outputOf(`resolve-${feature.handle.toLowerCase()}`, 'data', 'did') };
}

function replyOf(index: number, draft: Source['draft']): Json | undefined {
  const { replyTo } = draft;
  const outer = replyTo && {
    parent: isComplete(replyTo)
      ? { uri: replyTo.id, cid: replyTo.version }
      : outputOf('resolve-reply', 'data', 'post'),
    root: isComplete(replyTo)
      ? { uri: replyTo.root?.id ?? replyTo.id, cid: replyTo.root?.version ?? replyTo.version }
      : outputOf('resolve-reply', 'data', 'root'),
  };
  const answered = answeredItem(draft, index);
  if (answered === undefined) return outer;
  const first = outputOf(postStepId(0), 'data', 'post');
  return { root: outer?.root ?? first, parent: outputOf(postStepId(answered), 'data', 'post') };
}

function isComplete(
  reference: NonNullable<Source['draft']['replyTo']>,
): reference is typeof reference & { version: string } {
  const { version, root } = reference;
  return version !== undefined && (root === undefined || root.version !== undefined);
}
