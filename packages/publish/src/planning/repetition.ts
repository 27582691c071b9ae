import type { Finding } from '@affiche/core';
import { plainWords } from './plain-words.ts';
import { type Sketch, similarity, sketch } from './text-sketch.ts';

/** A text that goes out or went out. */
export interface Told {
  /** The publication. */
  readonly id: string;
  /** The account key. */
  readonly account: string;
  readonly platform: string;
  readonly text: string;
}

/** What to do about one text for several accounts of one network: platforms call that spam. */
export type SameTextPolicy = 'refuse' | 'warn' | 'allow';

/** From this share of common word pairs on, readers take two texts for one. */
const nearlySame = 0.7;

/**
 * Finds texts that say again what was said, or will be, in time that grows with their number only.
 * What is known is compared with, not reported on.
 */
export function findRepetitions(
  wanted: readonly Told[],
  known: readonly Told[],
  policy: SameTextPolicy,
): Map<string, Finding[]> {
  const findings = new Map<string, Finding[]>();
  const memory = createMemory();
  const own = new Set(wanted.map(({ id }) => id));
  for (const told of known) if (!own.has(told.id)) memory.recall(told);
  for (const told of wanted) {
    const found = memory.recall(told).flatMap((echo) => toFinding(echo, policy));
    if (found.length > 0) findings.set(told.id, found);
  }
  return findings;
}

interface Echo {
  readonly kind: 'same-elsewhere' | 'same' | 'similar';
  readonly other: Told;
  readonly share: number;
}

/** Remembers texts, and tells of each new one where it was heard before. */
function createMemory(): { recall(told: Told): Echo[] } {
  const exact = new Map<string, Map<string, Told>>();
  const bands = new Map<string, { readonly told: Told; readonly sketch: Sketch }>();
  return {
    recall(told) {
      const normal = plainWords(told.text);
      // A picture without words repeats nothing.
      if (normal === '') return [];
      const key = `${told.platform}\n${normal}`;
      const accounts = exact.get(key) ?? new Map<string, Told>();
      exact.set(key, accounts);
      const before = accounts.get(told.account);
      const elsewhere = before ? undefined : accounts.values().next().value;
      accounts.set(told.account, told);
      const similar = before ? undefined : recallSimilar(bands, told, normal);
      return [
        ...(before && before.id !== told.id
          ? [{ kind: 'same' as const, other: before, share: 1 }]
          : []),
        ...(elsewhere ? [{ kind: 'same-elsewhere' as const, other: elsewhere, share: 1 }] : []),
        ...(similar ? [similar] : []),
      ];
    },
  };
}

function recallSimilar(
  bands: Map<string, { readonly told: Told; readonly sketch: Sketch }>,
  told: Told,
  normal: string,
): Echo | undefined {
  const own = sketch(normal);
  if (!own) return undefined;
  let best: Echo | undefined;
  for (const band of own.bands) {
    const key = `${told.account}\n${band}`;
    // One text a band is enough to say that there is one, and keeps the time linear.
    const heard = bands.get(key);
    bands.set(key, { told, sketch: own });
    if (!heard || heard.told.id === told.id) continue;
    const share = similarity(heard.sketch, own);
    if (share >= Math.max(nearlySame, best?.share ?? 0)) {
      best = { kind: 'similar', other: heard.told, share };
    }
  }
  return best;
}

function toFinding({ kind, other, share }: Echo, policy: SameTextPolicy): Finding[] {
  const path = ['draft', 'items'];
  const percent = { measured: Math.round(share * 100), unit: 'percent' };
  switch (kind) {
    case 'same-elsewhere':
      if (policy === 'allow') return [];
      return [
        {
          rule: 'publish/text/same-for-several-accounts',
          severity: policy === 'refuse' ? 'error' : 'warning',
          path,
          message: `"${other.id}" says the same on ${other.account}; networks take that for spam.`,
          fix: 'Write it differently for each account, or plan with sameText "allow".',
        },
      ];
    case 'same':
      return [
        {
          rule: 'publish/text/repeated',
          severity: 'warning',
          path,
          message: `"${other.id}" says the same on the same account.`,
          fix: 'Write it differently, or leave one out.',
        },
      ];
    case 'similar':
    default:
      return [
        {
          rule: 'publish/text/near-duplicate',
          severity: 'warning',
          path,
          message: `"${other.id}" says nearly the same on the same account.`,
          ...percent,
          limit: Math.round(nearlySame * 100),
          fix: 'Write it differently, or leave one out.',
        },
      ];
  }
}
