import {
  AidaStage,
  declineCampaign,
  FunnelStage,
  mapFunnelStage,
  RaceStage,
} from '@affiche/strategy';
import { describe, expect, it } from 'vitest';

const funnels = {
  'see-think-do-care': FunnelStage.options,
  race: RaceStage.options,
  aida: AidaStage.options,
} as const;
const names = ['see-think-do-care', 'race', 'aida'] as const;
const pairs = names.flatMap((from) => names.map((to) => ({ from, to })));

describe('the funnels', () => {
  it.each(pairs)('map $from onto $to and back', ({ from, to }) => {
    for (const stage of funnels[from]) {
      for (const beside of mapFunnelStage(stage, { from, to })) {
        expect(mapFunnelStage(beside, { from: to, to: from })).toContain(stage);
      }
    }
  });

  it('lose nothing but care, which AIDA does not know', () => {
    const lost = pairs.flatMap(({ from, to }) =>
      funnels[from].filter((stage) => mapFunnelStage(stage, { from, to }).length === 0),
    );
    expect(lost).toEqual(['care', 'engage']);
  });
});

describe('declineCampaign', () => {
  it('keeps what is written and traces every variant to its brief', () => {
    const written = { id: 'mine', campaign: 'galette', platform: 'x', message: 'Short.' };
    const brief = { id: 'galette', message: 'Whole almonds.', variants: [written] };
    expect(declineCampaign(brief, ['x', 'mastodon', 'x'])).toEqual([
      written,
      {
        id: 'galette-mastodon',
        campaign: 'galette',
        platform: 'mastodon',
        message: 'Whole almonds.',
      },
    ]);
  });
});
