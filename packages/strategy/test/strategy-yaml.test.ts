import { ConfigurationError } from '@affiche/core';
import { strategyJsonSchema, strategyModels, type StrategyModelName } from '@affiche/strategy';
import { formatStrategy, parseStrategy } from '@affiche/strategy/yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { soundStrategy } from './sound-strategy.ts';

function refusal(text: string): ConfigurationError {
  try {
    parseStrategy(text);
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
  }
  throw new Error('it was accepted');
}

describe('a strategy in YAML', () => {
  it('survives the round trip, unknown keys included', () => {
    const strategy = { ...soundStrategy(), colour: ['red', { shade: 1.5 }] };
    const text = formatStrategy(strategy);
    expect(parseStrategy(text)).toEqual(strategy);
    expect(formatStrategy(parseStrategy(text))).toBe(text);
  });

  it('may be written with aliases and plain amounts', () => {
    const text = formatStrategy(soundStrategy()).replace(
      /total:\n\s+minor: 100000\n\s+currency: EUR/,
      'total: 1000.00 EUR',
    );
    expect(parseStrategy(text)).toEqual(soundStrategy());
  });

  it('is refused with line and column when it is not YAML', () => {
    const error = refusal('id: a\nzone: ]');
    expect(error.code).toBe('invalid-yaml');
    expect(error.message).toMatch(/line 2, column \d+/);
  });

  it('is refused within a second when it is cyclic, explosive or ten megabytes', () => {
    const started = performance.now();
    const laughs = Array.from(
      { length: 9 },
      (_, level) => `l${level + 1}: &l${level + 1} [${`*l${level},`.repeat(9)}]`,
    );
    expect(refusal('&a {id: x, brand: *a}').code).toMatch(/cyclic-strategy|invalid-yaml/);
    expect(refusal(['l0: &l0 ha', ...laughs].join('\n')).code).toBe('invalid-yaml');
    expect(refusal(`id: ${'x'.repeat(10_000_000)}`).code).toBe('strategy-too-large');
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('the models', () => {
  const names = Object.keys(strategyModels) as StrategyModelName[];

  it('are at least fourteen, each with a JSON Schema', () => {
    expect(names.length).toBeGreaterThanOrEqual(14);
    for (const name of names) {
      const schema = strategyJsonSchema(name);
      expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
      expect(schema.type ?? schema.anyOf ?? schema.oneOf).toBeDefined();
    }
  });

  it('describe in JSON Schema what they accept', () => {
    const strategy = z.fromJSONSchema(strategyJsonSchema('Strategy'));
    expect(strategy.safeParse(JSON.parse(JSON.stringify(soundStrategy()))).success).toBe(true);
    expect(strategy.safeParse({ id: 'x' }).success).toBe(false);
  });
});
