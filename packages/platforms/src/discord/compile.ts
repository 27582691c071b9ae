import {
  type CompileSeed,
  type Composition,
  contentHash,
  type DraftItem,
  type Json,
  type Step,
} from '@affiche/core';
import { outputOf, referencedSteps } from '../output-reference.ts';
import { answeredItem } from '../thread-order.ts';
import type { DiscordFacts } from './facts.ts';
import { bodyOf, fileName } from './message-body.ts';
import { readMessageId } from './rules.ts';
import type { DiscordOptions, DiscordSettings } from './settings.ts';

type Discord = Composition<DiscordOptions, DiscordFacts>;

/** Turns a draft into steps: one message after the other, each with its files. */
export function compile(
  composition: Discord,
  seed: CompileSeed,
  settings: DiscordSettings,
): Step[] {
  return composition.draft.items.map((item, index) =>
    messageStep(composition, item, index, seed, settings),
  );
}

function messageStep(
  composition: Discord,
  item: DraftItem,
  index: number,
  { key }: CompileSeed,
  settings: DiscordSettings,
): Step {
  const { draft, options, facts } = composition;
  const request = {
    ...placeOf(composition, index),
    ...(facts.channel !== undefined && { channel: facts.channel }),
    ...(facts.guild !== undefined && { guild: facts.guild }),
    body: {
      ...bodyOf(draft, item, index, options),
      ...(settings.as === 'bot'
        ? {
            nonce: contentHash([key, index]).slice(0, 25),
            enforce_nonce: true,
            ...answerOf(composition, index),
          }
        : nameOf(options, index)),
    },
    files: item.media.map(({ source, mimeType }, position) => ({
      name: fileName(mimeType, position),
      source,
      mimeType,
    })),
  };
  return {
    id: `post-${index}`,
    kind: 'create-message',
    item: index,
    visibility: 'public',
    ...recognitionOf(settings),
    // Those who follow come after, although nothing of the first is needed to send them.
    needs: [...new Set([...referencedSteps(request), ...(index > 0 ? [`post-${index - 1}`] : [])])],
    costs: [
      { bucket: 'requests', points: 1 },
      { bucket: 'messages', points: 1 },
    ],
    timeoutSeconds: item.media.length > 0 ? 120 : 30,
    settleSeconds: settings.as === 'bot' || settings.canLook ? 5 : 0,
    request,
  };
}

/** A webhook sees nothing of its channel; a bot does, and its messages have a nonce. */
function recognitionOf({
  as = 'webhook',
  canLook = false,
  nonceSeconds = 120,
}: DiscordSettings): Pick<Step, 'recognition' | 'keyWindowSeconds'> {
  if (as === 'bot') return { recognition: 'client-key', keyWindowSeconds: nonceSeconds };
  return { recognition: canLook ? 'lookup' : 'none' };
}

function placeOf({ options }: Discord, index: number): Record<string, Json> {
  if (options.thread !== undefined) return { thread: options.thread };
  const opened = options.threadName !== undefined && index > 0;
  // The thread that the first message opened is a channel of its own.
  return opened ? { thread: outputOf('post-0', 'data', 'channel') } : {};
}

function nameOf(
  { username, avatarUrl, threadName, tags }: DiscordOptions,
  index: number,
): Record<string, Json> {
  return {
    ...(username !== undefined && { username }),
    ...(avatarUrl !== undefined && { avatar_url: avatarUrl }),
    ...(threadName !== undefined && index === 0 && { thread_name: threadName }),
    ...(tags.length > 0 && index === 0 && { applied_tags: tags }),
  };
}

function answerOf({ draft }: Discord, index: number): Record<string, Json> {
  const answered = answeredItem(draft, index);
  const parent: Json | undefined =
    answered === undefined
      ? draft.replyTo && readMessageId(draft.replyTo.id)?.message
      : outputOf(`post-${answered}`, 'data', 'message');
  return parent === undefined
    ? {}
    : { message_reference: { message_id: parent, fail_if_not_exists: true } };
}
