import type { Finding } from '@affiche/core';
import { plainWords } from '../text/plain-words.ts';
import { textBands, textNumber, textSimilarity } from '../text/text-sketch.ts';
import { numberTable } from './number-table.ts';

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

/** Remembers texts, and tells of each new one where it was heard before. */
export interface TextMemory {
  /** Remembers what is known already; nothing is reported on it. */
  know(told: Told): void;
  /** Remembers a text, and tells what it repeats. */
  find(told: Told): Finding[];
}

/**
 * A memory of texts that say again what was said, or will be. Time grows with their number only, and
 * each costs some hundred bytes: it keeps numbers, and compares texts only where two numbers meet.
 */
export function textMemory(policy: SameTextPolicy): TextMemory {
  const recall = createMemory();
  return {
    know: recall,
    find: (told) => recall(told).flatMap((echo) => toFinding(echo, policy)),
  };
}

interface Echo {
  readonly kind: 'same-elsewhere' | 'same' | 'similar';
  readonly other: Told;
  readonly share: number;
}

function createMemory(): (told: Told) => Echo[] {
  const heard: Told[] = [];
  const onAccount = new Map<number, number>();
  const onPlatform = new Map<number, number>();
  const bands = numberTable();

  const same = (index: number | undefined, normal: string): Told | undefined => {
    const other = index === undefined ? undefined : heard[index];
    return other && plainWords(other.text) === normal ? other : undefined;
  };

  /** The most similar text of the account; one a band is enough to say that there is one. */
  function recallSimilar(told: Told, normal: string, index: number): Echo | undefined {
    let best: Echo | undefined;
    const compared = new Set<number>();
    for (const band of textBands(normal, told.account)) {
      const met = bands.get(band);
      bands.set(band, index);
      if (met === undefined || compared.has(met)) continue;
      compared.add(met);
      const other = heard[met]!;
      if (other.id === told.id || other.account !== told.account) continue;
      const share = textSimilarity(plainWords(other.text), normal);
      if (share >= Math.max(nearlySame, best?.share ?? 0)) best = { kind: 'similar', other, share };
    }
    return best;
  }

  return (told) => {
    const normal = plainWords(told.text);
    // A picture without words repeats nothing.
    if (normal === '') return [];
    const index = heard.push(told) - 1;
    const own = textNumber(`${told.account}\n${normal}`);
    const shared = textNumber(`${told.platform}\n${normal}`);
    const before = same(onAccount.get(own), normal);
    const elsewhere = before ? undefined : same(onPlatform.get(shared), normal);
    onAccount.set(own, index);
    if (!onPlatform.has(shared)) onPlatform.set(shared, index);
    const similar = before ? undefined : recallSimilar(told, normal, index);
    return [
      ...(before && before.id !== told.id
        ? [{ kind: 'same' as const, other: before, share: 1 }]
        : []),
      ...(elsewhere ? [{ kind: 'same-elsewhere' as const, other: elsewhere, share: 1 }] : []),
      ...(similar ? [similar] : []),
    ];
  };
}

function toFinding({ kind, other, share }: Echo, policy: SameTextPolicy): Finding[] {
  const path = ['draft', 'items'];
  if (kind === 'same-elsewhere') {
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
  }
  const warning = {
    severity: 'warning',
    path,
    fix: 'Write it differently, or leave one out.',
  } as const;
  if (kind === 'same') {
    const message = `"${other.id}" says the same on the same account.`;
    return [{ rule: 'publish/text/repeated', ...warning, message }];
  }
  return [
    {
      rule: 'publish/text/near-duplicate',
      ...warning,
      message: `"${other.id}" says nearly the same on the same account.`,
      measured: Math.round(share * 100),
      limit: Math.round(nearlySame * 100),
      unit: 'percent',
    },
  ];
}
