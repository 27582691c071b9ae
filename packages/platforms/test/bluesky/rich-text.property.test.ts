import { readFileSync } from 'node:fs';
import { bluesky, detectRichText } from '@affiche/platforms/bluesky';
import { isValidHandle, isValidUri } from '@atproto/syntax';
import { RichText } from '@atproto/api';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../composition.ts';
import { socialText } from '../text-arbitrary.ts';

const platform = bluesky();
const vectors = JSON.parse(
  readFileSync(new URL('../specs/counting-vectors.json', import.meta.url), 'utf8'),
) as { vectors: { id: string; text: string; graphemes: number; utf8Bytes: number }[] };

const measure = (text: string) =>
  platform.preview(compose(platform, text)).items[0]?.length.measured;
const utf8 = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

describe('counting', { timeout: 60_000 }, () => {
  it.each(vectors.vectors)('agrees with the published vector $id', ({ text, graphemes }) => {
    expect(measure(text)).toBe(graphemes);
  });

  it('agrees with @atproto/api on 10,000 strings', () => {
    fc.assert(
      fc.property(socialText, (text) => {
        expect(measure(text)).toBe(new RichText({ text }).graphemeLength);
      }),
      { numRuns: 10_000, seed: 1 },
    );
  });

  it('accepts exactly the texts that the schema accepts', () => {
    const long = fc
      .tuple(socialText, fc.integer({ min: 1, max: 60 }))
      .map(([part, times]) => part.repeat(times));
    fc.assert(
      fc.property(long, (text) => {
        const { graphemeLength, length } = new RichText({ text });
        const fits =
          text.isWellFormed() && text.trim() !== '' && graphemeLength <= 300 && length <= 3000;
        expect(platform.check(compose(platform, text)).length === 0).toBe(fits);
      }),
      { numRuns: 1000, seed: 2 },
    );
  });
});

describe('facets', { timeout: 60_000 }, () => {
  it('agree with @atproto/api on 10,000 strings', () => {
    fc.assert(
      fc.property(socialText, (text) => {
        expect(detectRichText(text).map(flat)).toEqual(oracle(text));
      }),
      { numRuns: 10_000, seed: 3 },
    );
  });

  it('never overlap, and their bytes read what their characters read', () => {
    fc.assert(
      fc.property(socialText, (text) => {
        const bytes = utf8.encode(text);
        let reached = 0;
        for (const { start, end, byteStart, byteEnd } of detectRichText(text)) {
          expect(byteStart).toBeGreaterThanOrEqual(reached);
          expect(byteEnd).toBeGreaterThan(byteStart);
          reached = byteEnd;
          const read = decoder.decode(bytes.slice(byteStart, byteEnd));
          expect(read).toBe(text.slice(start, end).toWellFormed());
        }
      }),
      { numRuns: 3000, seed: 4 },
    );
  });

  it('link an address that begins with "http" and has no scheme, where @atproto/api forgets it', () => {
    expect(detectRichText('httpbin.org/x')[0]?.feature).toEqual({
      kind: 'link',
      uri: 'https://httpbin.org/x',
    });
  });
});

type Flat = { byteStart: number; byteEnd: number; value: string };

function flat({ byteStart, byteEnd, feature }: ReturnType<typeof detectRichText>[number]): Flat {
  const value =
    feature.kind === 'link' ? feature.uri : feature.kind === 'tag' ? feature.tag : feature.handle;
  return { byteStart, byteEnd, value: `${feature.kind} ${value}` };
}

/** What @atproto/api finds, without what a server would refuse, and the first of two that overlap. */
function oracle(text: string): Flat[] {
  const richText = new RichText({ text });
  richText.detectFacetsWithoutResolution();
  let reached = 0;
  return (richText.facets ?? [])
    .map(({ index: { byteStart, byteEnd }, features: [feature] }) => ({
      byteStart,
      byteEnd,
      value: describeFeature(feature),
    }))
    .filter(({ byteStart, byteEnd, value }) => {
      if (value === undefined || byteStart < reached) return false;
      reached = byteEnd;
      return true;
    }) as Flat[];
}

function describeFeature(feature: unknown): string | undefined {
  const { uri, did, tag } = feature as { uri?: string; did?: string; tag?: string };
  if (uri !== undefined) {
    const whole = uri.startsWith('https:') || uri.startsWith('http:') ? uri : `https://${uri}`;
    return isValidUri(whole) ? `link ${whole}` : undefined;
  }
  if (did !== undefined) return isValidHandle(did) ? `mention ${did}` : undefined;
  return utf8.encode(tag).byteLength <= 640 ? `tag ${tag}` : undefined;
}
