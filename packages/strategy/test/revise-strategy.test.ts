import { ConfigurationError } from '@affiche/core';
import {
  defineStrategy,
  describeRevision,
  reviseStrategy,
  strategyJsonSchema,
} from '@affiche/strategy';
import { describe, expect, it } from 'vitest';
import { soundStrategy } from './sound-strategy.ts';

const patch = {
  objectives: {
    talk: { target: 3000 },
    crowd: {
      name: 'A crowd',
      kind: 'awareness',
      kpi: 'audience_size',
      baseline: 100,
      target: 200,
      unit: 'count',
      from: '2027-01-04',
      by: '2027-03-28',
      owner: 'ines',
    },
  },
  pillars: { craft: { share: 0.75 }, shop: { share: 0.25 } },
  channels: { 'mastodon:fournil@mastodon.social': { cadence: { perWeek: { max: 5 } } } },
  budget: { total: '1100.00 EUR', lines: { ads: { amount: '300.00 EUR' } } },
  campaigns: { galette: null },
  mix: null,
  blackouts: [],
};

describe('reviseStrategy', () => {
  it('makes the next version, and leaves the old one alone', () => {
    const before = soundStrategy();
    const after = reviseStrategy(before, patch, 'A second shop opens');
    expect(before).toEqual(soundStrategy());
    expect(after.version).toBe(2);
    expect(after.objectives.map(({ id, target }) => [id, target])).toEqual([
      ['talk', 3000],
      ['crowd', 200],
    ]);
    expect(after.channels[0]?.cadence).toMatchObject({ perWeek: { min: 2, max: 5 }, perDay: 1 });
    expect(after.campaigns).toEqual([]);
    expect(after.mix).toBeUndefined();
  });

  it('keeps every revision with its reason and its old values', () => {
    const twice = reviseStrategy(
      reviseStrategy(soundStrategy(), patch, 'A second shop opens'),
      { pillars: { craft: { name: 'Savoir-faire' } } },
      'Say it in French',
    );
    expect(twice.history.map(({ version, reason }) => [version, reason])).toEqual([
      [2, 'A second shop opens'],
      [3, 'Say it in French'],
    ]);
    expect(twice.history[0]?.changes).toContainEqual({
      path: ['objectives', 'talk', 'target'],
      before: 2400,
      after: 3000,
    });
  });

  it('refuses a patch that does not leave a strategy', () => {
    expect(() => reviseStrategy(soundStrategy(), { budget: { total: 'much' } }, 'x')).toThrow(
      'budget.total is "much", not an amount',
    );
  });

  it('tells the difference in English', () => {
    const after = reviseStrategy(soundStrategy(), patch, 'A second shop opens');
    expect(describeRevision(after)).toEqual([
      'Version 2: A second shop opens',
      'Objective “Talk”: target goes from 2,400 to 3,000.',
      'Objective “A crowd” is new.',
      'Channel “mastodon:fournil@mastodon.social”: most posts a week goes from 4 to 5.',
      'Pillar “Craft”: share goes from 80% to 75%.',
      'Pillar “Shop”: share goes from 20% to 25%.',
      'Content mix: no longer set.',
      'Campaign “Galette” is dropped.',
      'Days without posts go from Closed, 2027-02-21 – 2027-02-22 to nothing.',
      'Total goes from €1,000.00 to €1,100.00.',
      'Budget line “Ads”: amount goes from €200.00 to €300.00.',
    ]);
  });

  it('tells it in French, with French numbers and quotes', () => {
    const after = reviseStrategy(soundStrategy(), patch, 'Une seconde boutique ouvre');
    const lines = describeRevision(after, { language: 'fr' }).map((line) =>
      line.replaceAll(/[\u00a0\u202f]/g, ' '),
    );
    expect(lines.slice(0, 3)).toEqual([
      'Version 2 : Une seconde boutique ouvre',
      'Objectif « Talk » : la cible passe de 2 400 à 3 000.',
      'Objectif « A crowd » : c’est nouveau.',
    ]);
    expect(lines).toContain('Ligne de budget « Ads » : le montant passe de 200,00 € à 300,00 €.');
    expect(describeRevision(after, { language: 'fr' }).join('\n')).not.toMatch(/undefined|NaN/);
  });

  it('has a name for every field in both languages', () => {
    for (const key of fieldsOf(strategyJsonSchema('Strategy'))) {
      const changes = [{ path: [key], before: 'A', after: 'B' }];
      const strategy = { ...soundStrategy(), history: [{ version: 2, reason: 'Why', changes }] };
      const [english, french] = (['en', 'fr'] as const).map(
        (language) => describeRevision(strategy, { version: 2, language })[1],
      );
      expect(english).toMatch(/^[A-Z][a-zA-Z ]+ go(es)? from A to B\.$/);
      expect(french).toMatch(/^(L[ea’]|Les|Qui) ?.+ passe(nt)? de A à B\.$/);
    }
  });

  it('writes whole things as words, never as code', () => {
    const before = soundStrategy();
    const after = reviseStrategy(
      before,
      {
        blackouts: [{ from: '2027-02-01', to: '2027-02-02', reason: 'Deuil' }],
        channels: {
          'mastodon:fournil@mastodon.social': { quietHours: [{ from: '21:00', to: '06:00' }] },
        },
        contests: { [before.contests[0]?.id ?? '']: { localLawChecked: false } },
      },
      'Un motif',
    );
    const said = describeRevision(after, { language: 'fr' }).join('\n');
    expect(said).toContain('Deuil, 2027-02-01 – 2027-02-02');
    expect(said).toContain('21:00 – 06:00');
    expect(said).toContain('de oui à non');
    expect(said).not.toMatch(/[{}]|true|false/);
  });

  it('asks why, and what it makes can be read again', () => {
    expect(() => reviseStrategy(soundStrategy(), {}, ' ')).toThrow(ConfigurationError);
    const revised = reviseStrategy(soundStrategy(), {}, 'Why');
    expect(defineStrategy(JSON.parse(JSON.stringify(revised)))).toEqual(revised);
  });

  it('has nothing to tell of a plan that was never revised', () => {
    expect(describeRevision(soundStrategy())).toEqual([]);
  });
});

/** Every field of a schema, except what nobody changes by hand. */
function fieldsOf(schema: unknown): Set<string> {
  const hidden = new Set(['id', 'version', 'minor', 'changes', 'path', 'before', 'after']);
  const found = new Set<string>();
  const walk = (part: unknown): void => {
    if (part === null || typeof part !== 'object') return;
    const { properties } = part as { readonly properties?: object };
    for (const key of Object.keys(properties ?? {})) if (!hidden.has(key)) found.add(key);
    for (const each of Object.values(part)) walk(each);
  };
  walk(schema);
  return found;
}
