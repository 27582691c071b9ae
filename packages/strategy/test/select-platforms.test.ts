import { registry } from '@affiche/core';
import { Audience, networkEfforts, selectPlatforms } from '@affiche/strategy';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundStrategy } from './sound-strategy.ts';

const { objectives } = soundStrategy();

function audience(networks: Readonly<Record<string, number>>, weight = 1): Audience {
  return Audience.parse({
    id: 'a',
    name: 'A',
    segments: ['fans'],
    weight,
    networks: Object.entries(networks).map(([platform, share]) => ({ platform, share })),
  });
}

describe('selectPlatforms', () => {
  it('ranks by where people are, weighed by what the network serves', () => {
    const people = [audience({ mastodon: 0.3, instagram: 0.6 }, 3), audience({ tiktok: 0.9 })];
    const { selected } = selectPlatforms(people, objectives, { hoursPerWeek: 20 });
    expect(selected.map(({ platform }) => platform)).toEqual(['instagram', 'tiktok', 'mastodon']);
    expect(selected[0]?.reasons).toEqual([
      '45% of the audiences are there.',
      'It gives the numbers for 1 of 1 objectives.',
      'It suits 1 of 1 objectives by their kind.',
    ]);
  });

  it('refuses what is closed, and says so in French', () => {
    const people = [audience({ 'google-plus': 1, viadeo: 1, mastodon: 0.1 })];
    const choice = selectPlatforms(people, objectives, { hoursPerWeek: 40 }, { language: 'fr' });
    expect(choice.selected.map(({ platform }) => platform)).toEqual(['mastodon']);
    const refused = choice.rejected.find(({ platform }) => platform === 'google-plus');
    expect(refused?.reasons).toEqual(['Son état est « retired » : on ne peut rien y prévoir.']);
  });

  it('takes what fits when the best does not', () => {
    const people = [audience({ youtube: 0.9, telegram: 0.2 })];
    const { selected, rejected } = selectPlatforms(people, [], { hoursPerWeek: 5 });
    expect(selected.map(({ platform }) => platform)).toEqual(['telegram']);
    expect(rejected.find(({ platform }) => platform === 'youtube')?.reasons).toContain(
      'It takes 8 hours a week, and 5 are left.',
    );
  });

  it('never exceeds the week and never takes a closed network, for any audience', () => {
    const platforms = registry().networks.map(({ id }) => id);
    const closed = new Set(['google-plus', 'slingshot', 'viadeo']);
    const anyNetworks = fc.dictionary(
      fc.constantFrom(...platforms, 'nowhere'),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(anyNetworks), fc.nat(60), (people, hoursPerWeek) => {
        const { selected, hoursPerWeek: used } = selectPlatforms(
          people.map((networks) => audience(networks)),
          objectives,
          { hoursPerWeek },
        );
        const sum = selected.reduce((hours, each) => hours + each.hoursPerWeek, 0);
        expect(used).toBe(sum);
        expect(sum).toBeLessThanOrEqual(hoursPerWeek);
        for (const { platform, reasons } of selected) {
          expect(closed.has(platform)).toBe(false);
          expect(reasons.length).toBeGreaterThan(0);
        }
      }),
      { seed: 4 },
    );
  });

  it.each([Number.NaN, -1])('refuses a week of %s hours', (hoursPerWeek) => {
    const people = [audience({ mastodon: 0.3 })];
    expect(() => selectPlatforms(people, objectives, { hoursPerWeek })).toThrow(
      'hours for networks',
    );
  });

  it('knows the effort of networks that the registry knows', () => {
    const ids = new Set(registry().networks.map(({ id }) => id));
    expect(networkEfforts.filter(({ platform }) => !ids.has(platform))).toEqual([]);
  });
});
