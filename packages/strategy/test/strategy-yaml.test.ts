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

  it('is refused when a key is there twice, and says where', () => {
    const { code, message } = refusal('id: a\nbudget: { total: 1, total: 2 }\nid: b');
    expect(code).toBe('invalid-yaml');
    expect(message).toContain('The key “total” is there twice at line 2, column 21');
    expect(message).toContain('The key “id” is there twice at line 3, column 1');
  });

  it.each([
    ['brackets in brackets', '['.repeat(900_000)],
    ['dashes after dashes', '- '.repeat(450_000)],
    ['keys beside keys', Array.from({ length: 90_000 }, (_, key) => `k${key}: 1`).join('\n')],
    ['slips after slips', '}\n'.repeat(400_000)],
    ['aliases of nothing', '*y\n'.repeat(300_000)],
    ['wrong escapes', `"${'\\x'.repeat(450_000)}"`],
    ['a bracket among ten megabytes', `[${'a,'.repeat(5_000_000)}]`],
  ])('is refused within a second when it is %s', (_name, text) => {
    const started = performance.now();
    expect(() => parseStrategy(text, { maxLength: Infinity })).toThrow(ConfigurationError);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('may hold brackets, dashes and stars in its texts', () => {
    const name = `${'['.repeat(100)} ${'- '.repeat(100)} *x`;
    const strategy = { ...soundStrategy(), client: { name, kind: 'company' } };
    expect(parseStrategy(formatStrategy(strategy as never)).client.name).toBe(name);
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
