import type { Draft, Finding } from '@affiche/core';

/**
 * Which item an item answers: a thread goes on under its last post, a comment stands under the first.
 * `undefined` for the opening itself.
 */
export function answeredItem({ items }: Draft, item: number): number | undefined {
  if (item === 0) return undefined;
  if (items[item]?.role === 'first-comment') return 0;
  const earlier = items.slice(0, item).findLastIndex(({ role }) => role !== 'first-comment');
  return Math.max(0, earlier);
}

/** A draft must open with something that others of its items can answer. */
export function checkOpening(platform: string, { items, replyTo }: Draft): Finding[] {
  const role = items[0]?.role;
  if (role !== 'first-comment' && !(role === 'reply' && !replyTo)) return [];
  return [
    {
      rule: `${platform}/thread/no-opening`,
      severity: 'error',
      path: ['items', 0, 'role'],
      message: `The first item is a ${role}, and there is nothing that it could answer.`,
      fix: 'Begin with a post, or say which post the draft answers.',
    },
  ];
}
