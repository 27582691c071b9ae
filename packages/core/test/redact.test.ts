import { redact } from '@affiche/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const secret = fc.stringMatching(/^[A-Za-z0-9_-]{16,40}$/).map((text) => `S3${text}`);

describe('redact', () => {
  test('never leaves a secret that it was told, wherever it hides', () => {
    fc.assert(
      fc.property(secret, fc.jsonValue(), (hidden, rest) => {
        const value = {
          rest,
          text: `before ${hidden} after`,
          deep: [{ [hidden]: hidden }, [hidden]],
          encoded: encodeURIComponent(hidden),
        };
        expect(JSON.stringify(redact(value, [hidden]))).not.toContain(hidden);
      }),
    );
  });

  test('never leaves a secret in a field, a header or a URL that says so', () => {
    fc.assert(
      fc.property(secret, (hidden) => {
        const value = {
          accessToken: hidden,
          refresh_token: hidden,
          client_secret: [hidden, { nested: hidden }],
          password: hidden,
          pin: { token: 'x', tokens: { first: hidden } },
          headers: { Authorization: `Bearer ${hidden}`, 'set-cookie': [hidden] },
          note: `curl -H "authorization: Bearer ${hidden}"`,
          url: `https://example.com/cb?state=1&access_token=${hidden}&x=1#code=${hidden}`,
          basic: `Basic ${hidden}==`,
          text: `{"access_token":"${hidden}","expires_in":1}`,
          form: `grant_type=x&client_secret=${hidden}`,
        };
        expect(JSON.stringify(redact(value))).not.toContain(hidden);
      }),
    );
  });

  test('finds given secrets however a server that repeats them spells them', () => {
    const secret = fc
      .string({ unit: 'grapheme', minLength: 4 })
      .map((text) => `${text}/s+e=c&r"et`);
    fc.assert(
      fc.property(secret, (hidden) => {
        const base64 = Buffer.from(hidden).toString('base64');
        const texts = [
          hidden,
          JSON.stringify({ said: hidden }),
          JSON.stringify(JSON.stringify({ said: hidden })),
          `https://example.com/?said=${encodeURIComponent(hidden)}`,
          new URLSearchParams({ said: hidden }).toString(),
          `said ${base64}`,
          `said ${Buffer.from(hidden).toString('base64url')}`,
        ];
        for (const text of texts) {
          const safe = redact({ [text]: text }, [hidden]);
          expect(Object.entries(safe).flat().join(' ')).not.toMatch(/e=c|e%3Dc/);
          expect(JSON.stringify(safe)).toContain('[redacted]');
          expect(JSON.stringify(safe)).not.toContain(base64.slice(0, -2));
        }
      }),
    );
  });

  test('finds JWTs in running text', () => {
    const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
    expect(redact(`got ${jwt} today`)).toBe('got [redacted] today');
  });

  test('looks inside errors, maps and sets', () => {
    const hidden = 'S3cr3t-value-0001';
    const error = new Error(`failed with Bearer ${hidden}`, { cause: { token: hidden } });
    const value = { error, map: new Map([['password', hidden]]), set: new Set([hidden]) };
    expect(JSON.stringify(redact(value, [hidden]))).not.toContain(hidden);
    expect(redact(value, [hidden]).error).toMatchObject({
      message: 'failed with Bearer [redacted]',
    });
  });

  test('leaves everything else alone', () => {
    const value = {
      id: 'a',
      count: 3,
      when: null,
      tags: ['x'],
      text: 'a basic idea: token economy, code=3',
    };
    expect(redact(value)).toEqual(value);
    expect(redact({ token: 42, tokens: 7, password: true })).toEqual({
      token: 42,
      tokens: 7,
      password: true,
    });
  });

  test('copies, and survives circles', () => {
    const value: Record<string, unknown> = { password: 'abcd' };
    value['self'] = value;
    expect(redact(value)).toEqual({ password: '[redacted]', self: '[circular]' });
    expect(value['password']).toBe('abcd');
  });

  test('ignores secrets too short to mean anything', () => {
    expect(redact('a cat', ['a'])).toBe('a cat');
  });
});
