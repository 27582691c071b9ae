import {
  type Clock,
  type Credentials,
  type PlatformIo,
  type RateObservation,
  simulatedClock,
} from '@affiche/core';

/** What an adapter gets to touch in a test: real HTTP, a clock that stands still, files in memory. */
export interface TestIo extends PlatformIo {
  readonly observations: RateObservation[];
  readonly clock: Clock;
}

/** The smallest files that are what they say. */
export const files = {
  jpeg: Buffer.from('ffd8ffe000104a46494600', 'hex'),
  png: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  mp4: Buffer.from('00000018667479706d703432000000006d70343269736f6d', 'hex'),
  vtt: Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n'),
} as const;

/** Opens `{ path: 'jpeg' }` as a JPEG, and so on. */
export function testIo(credentials: Credentials, signal?: AbortSignal): TestIo {
  const observations: RateObservation[] = [];
  return {
    fetch,
    clock: simulatedClock({ start: '2027-01-04T08:00:00Z' }),
    credentials,
    ...(signal && { signal }),
    observations,
    observeRate: (observation) => {
      observations.push(observation);
    },
    openMedia: async (source) => {
      const bytes = 'path' in source ? files[source.path as keyof typeof files] : Buffer.alloc(0);
      return new Uint8Array(bytes);
    },
  };
}
