import { AfficheError, type AnyPlatform, Draft, type Finding, type Media } from '@affiche/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlatforms } from '../../../scripts/platform-matrix.ts';
import { composeForAny } from './any-composition.ts';
import { testIo } from './platform-io.ts';

// What people and programs get wrong, for every adapter that the package has: each gets a finding or a
// typed error, and nothing hangs or throws.

const platforms = await readPlatforms();
const cases = platforms.map((platform) => [platform.id, platform] as const);

const everything = {
  accessToken: 'planted',
  accessJwt: 'planted',
  identifier: 'bakery',
  password: 'planted',
  botToken: 'planted',
  webhookToken: 'planted',
  username: 'bakery',
  applicationPassword: 'planted',
};

function check(platform: AnyPlatform, item: object): Finding[] {
  return platform.check(composeForAny(platform, { items: [item] }));
}

const file = { source: { url: 'https://example.com/a.jpg' }, bytes: 100_000, alt: 'A galette.' };
const image: Media = { ...file, kind: 'image', mimeType: 'image/jpeg', width: 1080, height: 1080 };
const film: Media = {
  ...file,
  source: { url: 'https://example.com/a.mp4' },
  kind: 'video',
  mimeType: 'video/mp4',
  bytes: 1_000_000,
  width: 1080,
  height: 1920,
  durationSeconds: 10,
};
/** The rules that say that a text is too long. */
const tooLong = (findings: readonly Finding[]) =>
  findings.filter(({ severity, path, measured, limit }) => {
    const isText = path.includes('text');
    return severity === 'error' && isText && Number(measured) > Number(limit);
  });
const accepts = (platform: AnyPlatform, length: number) =>
  tooLong(check(platform, { text: 'x'.repeat(length), media: [image] })).length === 0;
const endless = 200_000;
const limited = cases.filter(([, platform]) => !accepts(platform, endless));

describe.each(limited)('%s', (_id, platform) => {
  it('finds a text that is one unit too long, and accepts one that is not', () => {
    // The longest text that is accepted is found by halves, in the network's own unit.
    let [most, least] = [endless, 1];
    expect(accepts(platform, least)).toBe(true);
    while (most - least > 1) {
      const middle = Math.floor((most + least) / 2);
      if (accepts(platform, middle)) least = middle;
      else most = middle;
    }
    const [finding] = tooLong(check(platform, { text: 'x'.repeat(most), media: [image] }));
    expect(finding).toMatchObject({ limit: least, measured: most });
    const named = Object.values(platform.manifest.limits).map(({ value }) => value);
    expect(named).toContain(least);
  });
});

describe.each(cases)('%s', (_id, platform) => {
  it('finds half a character wherever it stands, and never throws', () => {
    fc.assert(
      fc.property(fc.uint16Array({ maxLength: 40 }), fc.nat(40), (units, at) => {
        const whole = String.fromCharCode(...units).toWellFormed();
        const cut = `${whole.slice(0, at)}\ud83d ${whole.slice(at)}`;
        const rules = check(platform, { text: cut, media: [image] }).map(({ rule }) => rule);
        expect(rules).toContain(`${platform.id}/text/lone-surrogate`);
      }),
      { numRuns: 15, seed: 7 },
    );
  });

  it('takes text from right to left and addresses without a scheme for what they are', () => {
    for (const text of ['‏العرض ينتهي يوم الأحد', 'ראו ‮example.com/בית‬', 'example.com/menu']) {
      const errorsWith = (media: readonly Media[]) =>
        check(platform, { text, media }).filter(
          ({ severity, path }) => severity === 'error' && path.includes('text'),
        );
      // Some networks take no words beside a picture, and one takes words beside a film alone.
      const fewest = [[], [image], [film]].map((media) => errorsWith(media).length);
      expect(Math.min(...fewest)).toBe(0);
    }
    expect(Draft.safeParse({ id: 'a', items: [{ link: { url: 'example.com' } }] }).success).toBe(
      false,
    );
  });

  it('comes to an end with a megabyte of combining marks', () => {
    const before = performance.now();
    const findings = check(platform, { text: `a${'\u0301'.repeat(500_000)}`, media: [image] });
    expect(performance.now() - before).toBeLessThan(10_000);
    expect(findings.every(({ rule }) => rule.startsWith(`${platform.id}/`))).toBe(true);
  });

  it('finds a file whose bytes are of another kind than its name', () => {
    const base64 = Buffer.from('%PDF-1.7 and so on and so on').toString('base64');
    const disguised = { ...image, source: { base64 } };
    const errors = check(platform, { text: 'x', media: [disguised] }).filter(
      ({ severity, path }) => severity === 'error' && path.includes('media'),
    );
    expect(errors).not.toEqual([]);
  });

  it('finds a film that is a second too long, where the network has a limit', () => {
    const longest = Math.max(
      0,
      ...Object.entries(platform.manifest.limits)
        .filter(([name, { unit }]) => unit === 'seconds' && /(?:video|reel)(?!Min)/.test(name))
        .map(([, { value }]) => value),
    );
    const findings = check(platform, {
      text: 'x',
      media: [{ ...film, durationSeconds: longest + 1 }],
    });
    const found = findings.filter(
      ({ severity, path }) => severity === 'error' && path.includes('durationSeconds'),
    );
    expect(found.length > 0).toBe(longest > 0);
  });

  it('answers refusals that nobody knows, and tokens that ended, with a failure of a kind', async () => {
    // Some networks take no post without a picture.
    const media = [image];
    const words = check(platform, { text: 'x' }).every(({ severity }) => severity !== 'error');
    const [step] = platform.compile(
      composeForAny(platform, { items: [{ text: 'x', ...(words ? {} : { media }) }] }),
      { key: 'one', at: '2027-01-04T08:00:00.000Z' },
    );
    if (!step) throw new Error('nothing to do');
    const outcomes = await Promise.all(
      [401, 418, 500].flatMap((status) =>
        ['{"error":{"code":99999},"code":"Never-Heard"}', '<html>', ''].map(async (body) => {
          const answering = async () => new Response(body, { status });
          const io = { ...testIo(everything), fetch: answering };
          const where = { platform: platform.id, id: '1', host: 'example.com' };
          return platform.run(where, step, { outputs: {} }, io).then(
            (result) => result.status,
            (error: unknown) => (AfficheError.isInstance(error) ? 'typed' : 'thrown'),
          );
        }),
      ),
    );
    // A question that nobody needs an answer to is done either way.
    const optional = step.visibility === 'none' ? ['done'] : [];
    const known = new Set(['rejected', 'ambiguous', 'typed', ...optional]);
    expect(outcomes.filter((outcome) => !known.has(outcome))).toEqual([]);
  });
});
