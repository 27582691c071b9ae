import {
  type CompileSeed,
  type Draft,
  instant,
  epochMilliseconds,
  type Json,
  type Step,
} from '@affiche/core';
import { outputOf } from '../output-reference.ts';
import { postStepId } from './step-parts.ts';
import type { BlueskyOptions, BlueskyReplies } from './settings.ts';
import { deriveTid } from './tid.ts';

/** The records that say who may answer and who may quote. They share the post's key. */
export function gateSteps(
  { replies, quotes }: BlueskyOptions,
  { replyTo }: Draft,
  seed: CompileSeed,
): Step[] {
  return [
    // Only whoever opened a thread decides who may answer in it.
    ...(replies === 'everyone' || replyTo
      ? []
      : [gate('threadgate', { allow: allowed(replies) }, seed)]),
    ...(quotes === 'everyone'
      ? []
      : [
          gate(
            'postgate',
            { embeddingRules: [{ $type: 'app.bsky.feed.postgate#disableRule' }] },
            seed,
          ),
        ]),
  ];
}

function gate(
  kind: 'threadgate' | 'postgate',
  rules: Record<string, Json>,
  seed: CompileSeed,
): Step {
  const collection = `app.bsky.feed.${kind}`;
  return {
    id: kind,
    kind: 'put-gate',
    visibility: 'none',
    recognition: 'client-key',
    needs: [postStepId(0)],
    costs: [
      { bucket: 'writes', points: 3 },
      { bucket: 'requests', points: 1 },
    ],
    timeoutSeconds: 30,
    settleSeconds: 5,
    request: {
      collection,
      rkey: deriveTid(seed, 0),
      record: {
        $type: collection,
        post: outputOf(postStepId(0), 'id'),
        createdAt: instant(epochMilliseconds(seed.at)),
        ...rules,
      },
    },
  };
}

const rules = { mentioned: 'mentionRule', followers: 'followerRule', following: 'followingRule' };

function allowed(replies: Exclude<BlueskyReplies, 'everyone'>): Json[] {
  if (replies === 'nobody') return [];
  return replies.map((who) =>
    typeof who === 'object'
      ? { $type: 'app.bsky.feed.threadgate#listRule', list: who.list }
      : { $type: `app.bsky.feed.threadgate#${rules[who]}` },
  );
}
