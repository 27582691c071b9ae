import type { DraftItem, Finding } from '@affiche/core';
import { withLink } from '../post-text.ts';
import { documentation } from './limits.ts';
import type { TelegramEntity } from './settings.ts';

/** What is wrong with the spans of a text. */
export function checkEntities(
  items: readonly DraftItem[],
  entities: readonly TelegramEntity[],
): Finding[] {
  return entities.flatMap((entity, index) => {
    const why = whyWrong(entity, items, entities.slice(0, index));
    if (why === undefined) return [];
    return [
      {
        rule: 'telegram/entities/span',
        severity: 'error' as const,
        path: ['entities', index],
        message: why,
        fix: 'Give the place in the item’s text in UTF-16 code units, as a string’s own indexes do.',
        source: documentation,
      },
    ];
  });
}

function whyWrong(
  entity: TelegramEntity,
  items: readonly DraftItem[],
  earlier: readonly TelegramEntity[],
): string | undefined {
  const { type, item, offset, length, url, emoji } = entity;
  const subject = items[item];
  if (!subject) return `There is no item ${item} for the ${type} to be in.`;
  if (subject.poll) return 'The question of a poll is shown as it is, without spans.';
  const text = withLink(subject);
  if (offset + length > text.length) return `The ${type} ends after the text.`;
  if (splits(text, offset) || splits(text, offset + length)) {
    return `The ${type} cuts a character in two.`;
  }
  if (type === 'text_link' && !/^(?:https?|tg|mailto):/i.test(url ?? '')) {
    return 'A text_link needs the address that it leads to.';
  }
  if (type === 'custom_emoji' && emoji === undefined) {
    return 'A custom_emoji needs the id of its emoji.';
  }
  const other = earlier.find((each) => each.item === item && !areCompatible(entity, each));
  return other && `The ${type} and the ${other.type} overlap in a way that cannot be shown.`;
}

function splits(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1)) && at > 0;
}

const solitary = new Set(['code', 'pre']);

/** Spans lie apart or one within the other; code holds nothing and lies in nothing. */
function areCompatible(one: TelegramEntity, other: TelegramEntity): boolean {
  const [first, second] = one.offset <= other.offset ? [one, other] : [other, one];
  const firstEnd = first.offset + first.length;
  const secondEnd = second.offset + second.length;
  if (firstEnd <= second.offset) return true;
  if (solitary.has(one.type) || solitary.has(other.type)) return false;
  return secondEnd <= firstEnd || first.offset === second.offset;
}
