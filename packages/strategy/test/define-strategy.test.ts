import { ConfigurationError } from '@affiche/core';
import { defineStrategy, reviewStrategy, type ShapeProblem } from '@affiche/strategy';
import { describe, expect, it } from 'vitest';
import { soundStrategy } from './sound-strategy.ts';

function refusal(input: unknown, language: 'en' | 'fr' = 'en'): ConfigurationError {
  try {
    defineStrategy(input, { language });
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
  }
  throw new Error('it was accepted');
}

function cyclic(): object {
  const input: { itself?: object } = {};
  input.itself = input;
  return input;
}

const wrong = {
  id: 'x',
  client: { name: 'A bank', kind: 'bank' },
  zone: 'Paris',
  currency: 'euro',
  period: { from: '4 January', to: '2027-03-28' },
  objectives: [{ id: 'a', name: 'A', kind: 'awarness' }],
  channels: {},
  pillars: [{ id: 'p', name: 'P', share: 40 }],
  budget: { total: 1200 },
};

describe('defineStrategy', () => {
  it('tells every problem at once, with its path, its value and the fix', () => {
    const error = refusal(wrong);
    const problems = error.details['problems'] as ShapeProblem[];
    expect(error.code).toBe('invalid-strategy');
    expect(problems.map(({ path }) => path.join('.'))).toEqual(
      expect.arrayContaining([
        'client.kind',
        'zone',
        'language',
        'currency',
        'period.from',
        'objectives.0.kind',
        'objectives.0.kpi',
        'objectives.0.owner',
        'channels',
        'pillars.0.share',
        'budget.total',
      ]),
    );
    expect(error.message).toContain(
      '- objectives[0].kind is "awarness", which is not allowed. Did you mean awareness?',
    );
    expect(error.message).toContain('- budget.total is 1200, not an amount like 1250.00 EUR.');
    expect(error.message).toContain('- pillars[0].share is 40, not at most 1.');
    expect(error.message).toContain('- language is missing. Add a text.');
  });

  it.each([
    ['en', 'This is not a strategy yet; one thing is wrong:\n', '3 things are wrong:'],
    ['fr', 'Ce n’est pas encore une stratégie ; un point est à corriger :\n', '3 points sont'],
  ] as const)('counts problems and speaks to people (%s)', (language, one, several) => {
    const sound = soundStrategy();
    const single = refusal({ ...sound, zone: 'Paris' }, language);
    const three = refusal({ ...sound, zone: 'Paris', id: '', currency: 'euro' }, language);
    expect(single.message).toContain(one);
    expect(three.message).toContain(several);
    expect(three.message).not.toMatch(/\b1 (characters|caractères)/);
    for (const error of [single, three, refusal(cyclic(), language)]) {
      expect(error.message).toMatch(/[^.]$/);
      expect(`${error.message} ${error.hint}`).not.toMatch(/\(s\)|details|\.\./);
    }
  });

  it('says the same in French', () => {
    const { message } = refusal(wrong, 'fr');
    expect(message).toContain('- zone vaut "Paris", qui n’est pas un fuseau horaire');
    expect(message).toContain('- language manque. Ajoutez un texte.');
  });

  it.each([null, undefined, 12, 'text', []])('refuses %j as a whole', (input) => {
    expect(refusal(input).message).toContain('(root)');
  });

  it.each(['company', 'public-figure', 'personal-brand', 'media'])(
    'knows the client kind %s, and no fifth',
    (kind) => {
      expect(defineStrategy({ ...soundStrategy(), client: { name: 'A', kind } }).client.kind).toBe(
        kind,
      );
      expect(refusal(wrong).message).toContain('client.kind');
    },
  );

  it('reads amounts as people write them, without a rounding error', () => {
    const budget = { total: '1234567.89 EUR', lines: [] };
    expect(defineStrategy({ ...soundStrategy(), budget }).budget.total).toEqual({
      minor: 123456789,
      currency: 'EUR',
    });
    expect(refusal({ ...soundStrategy(), budget: { total: '12.345 EUR' } }).message).toContain(
      'budget.total',
    );
  });

  it('keeps keys it does not know, and the review points at them', () => {
    const sound = soundStrategy();
    const editorial = { ...sound.editorial, disclosure: { gifts: ['Offert par'] } };
    const strategy = defineStrategy({ ...sound, editorial, pilars: [], team: { membres: [1] } });
    expect(strategy).toHaveProperty('pilars');
    const findings = reviewStrategy(strategy, { today: '2026-12-28' });
    const unknown = findings.filter(({ rule }) => rule === 'strategy/shape/unknown-key');
    expect(unknown.map(({ path, fix }) => [path.join('.'), fix])).toEqual([
      ['editorial.disclosure.gifts', 'Rename it (gift), or remove it.'],
      ['team.membres', 'Rename it (members), or remove it.'],
      ['pilars', 'Rename it (pillars), or remove it.'],
    ]);
  });

  it('survives a round trip through JSON', () => {
    const strategy = soundStrategy();
    expect(defineStrategy(JSON.parse(JSON.stringify(strategy)))).toEqual(strategy);
  });
});

describe('hostile input', () => {
  it('is refused when it contains itself', () => {
    const strategy: Record<string, unknown> = { ...soundStrategy() };
    strategy['brand'] = { mission: 'x', self: strategy };
    expect(refusal(strategy).code).toBe('cyclic-strategy');
    expect(refusal(strategy, 'fr').message).toContain('brand.self');
  });

  it.each([
    ['unfolds without end', () => nested(40, (inner) => [inner, inner])],
    ['is too deep', () => nested(100_000, (inner) => [inner])],
    ['has ten megabytes of text', () => 'x'.repeat(10_000_000)],
    ['has a million values', () => Array.from({ length: 1_000_000 }, () => 1)],
  ])('is refused within a second when it %s', (_what, pillars) => {
    const input = { pillars: pillars() };
    const started = performance.now();
    expect(refusal(input).code).toBe('strategy-too-large');
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('never becomes part of a prototype', () => {
    const strategy = defineStrategy({
      ...soundStrategy(),
      ...(JSON.parse('{"__proto__":{"admin":true}}') as object),
    });
    expect('admin' in strategy).toBe(false);
    expect('admin' in {}).toBe(false);
  });
});

function nested(levels: number, around: (inner: unknown) => unknown): unknown {
  let value: unknown = 'ha';
  for (let level = 0; level < levels; level += 1) value = around(value);
  return value;
}
