import {
  AfficheError,
  ConfigurationError,
  Failure,
  PlatformError,
  StorageError,
} from '@affiche/core';
import { describe, expect, expectTypeOf, test } from 'vitest';

/** What another installed copy of the package would throw. */
class ForeignError extends Error {
  readonly code = 'platform-retired';
  constructor() {
    super('from another copy');
    Object.defineProperty(this, Symbol.for('affiche.error'), { value: true });
  }
}

describe('AfficheError', () => {
  test.each([
    ['AfficheError', AfficheError],
    ['ConfigurationError', ConfigurationError],
    ['PlatformError', PlatformError],
    ['StorageError', StorageError],
  ])('%s carries its name, code, hint, details and cause', (name, Kind) => {
    const cause = new Error('disk full');
    const error = new Kind('out-of-space', {
      message: 'Cannot write',
      hint: 'Free some space.',
      details: { bytes: 12, accessToken: 'abc' },
      cause,
    });
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(AfficheError);
    expect(error).toMatchObject({
      name,
      code: 'out-of-space',
      message: 'Cannot write',
      hint: 'Free some space.',
      details: { bytes: 12, accessToken: '[redacted]' },
      cause,
    });
    expect(String(error)).toBe(`${name}: Cannot write`);
  });

  test('needs nothing but a code and a message', () => {
    const error = new AfficheError('odd', { message: 'Something is odd' });
    expect(error.hint).toBeUndefined();
    expect(error.details).toEqual({});
    expect('cause' in error).toBe(false);
  });

  test('knows its own, even from another installed copy', () => {
    expect(AfficheError.isInstance(new StorageError('lost', { message: 'x' }))).toBe(true);
    expect(AfficheError.isInstance(new ForeignError())).toBe(true);
    expect(AfficheError.isInstance(new ForeignError(), 'platform-retired')).toBe(true);
    expect(AfficheError.isInstance(new ForeignError(), 'other')).toBe(false);
  });

  test('knows strangers', () => {
    for (const value of [new Error('x'), { code: 'x' }, null, undefined, 'x', 1]) {
      expect(AfficheError.isInstance(value)).toBe(false);
    }
  });

  test('narrows the code for the compiler', () => {
    const error: unknown = new ConfigurationError('mixed-currencies', { message: 'x' });
    if (!AfficheError.isInstance(error, 'mixed-currencies')) throw new Error('not recognised');
    expectTypeOf(error.code).toEqualTypeOf<'mixed-currencies'>();
  });
});

test('Failure is plain data that survives JSON', () => {
  const failure = {
    kind: 'rate-limited',
    message: 'Too many requests',
    code: 'RateLimitExceeded',
    status: 429,
    retryAt: '2027-01-04T09:00:00.000Z',
    payload: { error: 'RateLimitExceeded' },
  } as const;
  expect(Failure.parse(JSON.parse(JSON.stringify(failure)))).toEqual(failure);
  expect(Failure.safeParse({ kind: 'bad luck', message: 'x' }).success).toBe(false);
});
