import { accountKey, type Calendar, type Publication, type Reading } from '@affiche/core';
import type { ReportInput } from '@affiche/report';
import { bakery } from './bakery.ts';

/** The bakery with many posts over a year, each measured three times over. */
export function largeReport(posts: number): ReportInput {
  const input = bakery();
  const [model] = input.calendar?.publications ?? [];
  if (!model || !input.calendar) throw new Error('the bakery has a calendar');
  const publications = Array.from({ length: posts }, (_, index): Publication => {
    const day = Math.floor((index * 364) / posts);
    const date = new Date(Date.UTC(2027, 0, 4 + day)).toISOString().slice(0, 10);
    const text = `Post ${index}: ${model.draft.items[0]?.text ?? ''}`.repeat(2);
    return {
      ...model,
      id: `post-${index}`,
      draft: { ...model.draft, id: `idea-${index}`, items: [{ text, media: [], role: 'post' }] },
      at: {
        ...model.at,
        date,
        time: `${String(index % 24).padStart(2, '0')}:${10 + (index % 50)}`,
      },
    };
  });
  const calendar: Calendar = { ...input.calendar, publications };
  const readings = publications.flatMap(readingsOf);
  const scorecard = input.scorecard && { ...input.scorecard, asOf: '2028-01-03T08:00:00Z' };
  return { ...input, calendar, readings, scorecard };
}

function readingsOf({ id, account, at }: Publication, index: number): Reading[] {
  return (['reactions', 'comments', 'shares'] as const).map((fact, offset) => ({
    subject: {
      kind: 'post',
      id,
      platform: account.platform,
      account: accountKey(account),
      publication: id,
    },
    fact,
    value: (index * (offset + 3)) % 17,
    window: 'lifetime',
    scope: 'organic',
    asOf: '2028-01-03T06:00:00Z',
    source: 'test',
    publishedAt: `${at.date}T${at.time}:00+01:00`,
  }));
}
