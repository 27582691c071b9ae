import { ConfigurationError, Finding } from '@affiche/core';
import { defineStrategy, reviewStrategy, type Strategy } from '@affiche/strategy';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundCalendar, soundStrategy } from './sound-strategy.ts';

/** Every place in a value, as the keys that lead to it. */
function places(value: unknown, path: readonly string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [[...path]];
  const inner = Object.entries(value).flatMap(([key, part]) => places(part, [...path, key]));
  return [[...path], ...inner];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((part, index) => (String(index) === key ? replaced(part, rest, by) : part));
  }
  const fields = value as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: replaced(fields[key], rest, by) };
}

function accepted(input: unknown): Strategy | undefined {
  try {
    return defineStrategy(input);
  } catch (error) {
    if (ConfigurationError.isInstance(error, 'invalid-strategy')) return undefined;
    throw error;
  }
}

const anywhere = fc.constantFrom(...places(soundStrategy()));
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('', '0', -1, 1e308, Number.MAX_SAFE_INTEGER, '2027-02-29', '9999-12-31', '24:00'),
);

describe('any value anywhere in a strategy', () => {
  it('is refused in order, or reviewed to findings that are complete', () => {
    fc.assert(
      fc.property(anywhere, anything, (path, value) => {
        const strategy = accepted(replaced(soundStrategy(), path, value));
        if (!strategy) return;
        const calendar = soundCalendar();
        for (const language of ['en', 'fr'] as const) {
          const findings = reviewStrategy(strategy, { today: '2026-12-28', language, calendar });
          for (const finding of findings) expect(Finding.safeParse(finding).success).toBe(true);
        }
      }),
      { numRuns: 200, seed: 20270104 },
    );
  });

  it('survives the round trip when it is accepted', () => {
    fc.assert(
      fc.property(anywhere, anything, (path, value) => {
        const strategy = accepted(replaced(soundStrategy(), path, value));
        if (!strategy) return;
        const again: unknown = JSON.parse(JSON.stringify(strategy));
        expect(JSON.stringify(defineStrategy(again))).toBe(JSON.stringify(strategy));
      }),
      { numRuns: 100, seed: 20270328 },
    );
  });
});
