import type { DraftItem, Finding } from '@affiche/core';

/** What a card says where the network reads it from the page: the draft's own words go nowhere. */
export function checkCardWords(
  platform: string,
  { link, media, poll }: DraftItem,
  item: number,
): Finding[] {
  if (media.length > 0 || poll) return [];
  const own = (['title', 'description', 'image'] as const).find((each) => link?.[each]);
  if (own === undefined) return [];
  return [
    {
      rule: `${platform}/link/card-words`,
      severity: 'info',
      path: ['items', item, 'link', own],
      message:
        'A card shows what stands on the page itself, so that the words and the picture given here are not sent.',
      fix: 'Write them on the page, as Open Graph tags.',
    },
  ];
}
