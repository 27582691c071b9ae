import type { Limit } from '@affiche/core';
import type { MastodonFacts } from './facts.ts';

const instance = {
  url: 'https://docs.joinmastodon.org/entities/Instance/',
  verifiedAt: '2026-11-21',
};

const note = 'The default; each server says its own.';
const limit = (value: number, unit: string): Limit => ({
  value,
  unit,
  confidence: 'official',
  source: instance,
  note,
});

/** The limits of one server, as data. */
export function mastodonLimits(facts: MastodonFacts) {
  return {
    textCharacters: limit(facts.maxCharacters, 'characters'),
    charactersPerUrl: limit(facts.charactersPerUrl, 'characters'),
    media: limit(facts.maxMedia, 'files'),
    films: limit(1, 'videos'),
    altCharacters: limit(facts.altCharacters, 'characters'),
    imageBytes: limit(facts.imageBytes, 'bytes'),
    imagePixels: limit(facts.imagePixels, 'pixels'),
    videoBytes: limit(facts.videoBytes, 'bytes'),
    videoPixels: limit(facts.videoPixels, 'pixels'),
    pollOptions: limit(facts.pollOptions, 'options'),
    pollOptionCharacters: limit(facts.pollOptionCharacters, 'characters'),
    pollMinSeconds: limit(facts.pollMinSeconds, 'seconds'),
    pollMaxSeconds: limit(facts.pollMaxSeconds, 'seconds'),
  } satisfies Record<string, Limit>;
}
/** The limits of one server, as data. */
export type MastodonLimits = ReturnType<typeof mastodonLimits>;
