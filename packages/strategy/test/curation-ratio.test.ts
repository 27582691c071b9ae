import { curationRatio } from '@affiche/strategy';
import { describe, expect, it } from 'vitest';
import { soundCalendar, soundStrategy } from './sound-strategy.ts';

const sum = (shares: Readonly<Record<string, number>>) =>
  Object.values(shares).reduce((all, share) => all + share, 0);

describe('curationRatio', () => {
  it('goes by the purpose of the pillar', () => {
    const strategy = soundStrategy();
    strategy.pillars[0]!.purpose = 'user-generated';
    strategy.pillars[1]!.purpose = 'own-promotion';
    const { shares, posts, findings } = curationRatio(soundCalendar(), { strategy });
    expect(posts['own-promotion']).toEqual(['p0']);
    expect(shares['user-generated']).toBeCloseTo(5 / 6);
    expect(sum(shares)).toBeCloseTo(1);
    expect(findings).toEqual([]);
  });

  it('goes by the link where no pillar says more, and reports the posts that are too many', () => {
    const calendar = soundCalendar();
    calendar.publications[0]!.draft.items[0]!.link = { url: 'https://museum.example' };
    delete calendar.publications[1]!.draft.items[0]!.link;
    const { posts, findings } = curationRatio(calendar, {
      strategy: soundStrategy(),
      language: 'fr',
    });
    expect(posts).toMatchObject({
      curated: ['p0'],
      'own-value': ['p1'],
      'own-promotion': ['p2', 'p3', 'p4', 'p5'],
    });
    expect(findings[0]?.message.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(
      '67 % des publications font de la promotion ; 30 % est le plus qu’on supporte : p2, p3, p4, p5.',
    );
  });

  it('counts a window, and an empty one is nothing', () => {
    const strategy = soundStrategy();
    const week = curationRatio(soundCalendar(), { strategy, from: '2027-01-11', to: '2027-01-17' });
    expect(Object.values(week.posts).flat()).toEqual(['p3', 'p4', 'p5']);
    const none = curationRatio(soundCalendar(), { strategy, from: '2028-01-01' });
    expect([sum(none.shares), none.findings]).toEqual([0, []]);
  });
});
