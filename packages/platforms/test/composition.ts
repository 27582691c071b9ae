import { type Composition, Draft, type Platform } from '@affiche/core';
import type { z } from 'zod';

/** A draft as people write it, without its id. */
export type Sketch = Omit<z.input<typeof Draft>, 'id' | 'disclosure'> & { disclosure?: string };

/** A draft on its way to a platform, from as little as a test wants to say. */
export function compose<Options, Facts>(
  platform: Platform<Options, Facts>,
  draft: Sketch | string,
  { options = {}, facts = {}, host }: { options?: object; facts?: object; host?: string } = {},
): Composition<Options, Facts> {
  const content = typeof draft === 'string' ? { items: [{ text: draft }] } : draft;
  return {
    account: {
      platform: platform.id,
      id: platform.id === 'bluesky' ? 'did:plc:ewvi7nxzyoun6zhxrhs64oiz' : '1',
      ...(host !== undefined && { host }),
    },
    draft: Draft.parse({ id: 'draft', ...content }),
    options: platform.options.parse(options),
    facts: platform.factsSchema.parse({ ...platform.defaultFacts, ...facts }),
  };
}

/** A seed like those that a publisher gives. */
export const seed = { key: 'publication-1/0', at: '2027-01-04T08:00:00.000Z' };
