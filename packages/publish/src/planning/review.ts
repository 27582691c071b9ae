import { isDeepStrictEqual } from 'node:util';
import {
  type Account,
  accountKey,
  AfficheError,
  type AnyPlatform,
  assertPublishable,
  ConfigurationError,
  type Finding,
  instant,
  momentOfWall,
  type PlainDate,
  type Price,
  Publication,
} from '@affiche/core';
import type { Charge } from '../outbox/charge.ts';
import { chargesFor } from '../runner/charges.ts';
import { currentFacts, knownFacts } from '../runner/compilation.ts';
import type { RunnerContext } from '../runner/context.ts';
import { graceSeconds } from '../runner/misfire.ts';
import { deniedAccess } from './account-access.ts';

/** What stands between a publication and its moment. */
export interface Review {
  /** Milliseconds since the epoch; absent when its wall time does not exist. */
  readonly dueAt?: number;
  readonly findings: readonly Finding[];
}

/** What a publication takes: points out of buckets, and money. */
interface PublicationCost {
  readonly charges: readonly Charge[];
  readonly prices: readonly Price[];
}

/** Checks publications against their platforms, with the facts of each account read once. */
export interface Reviewer {
  /** Reviews one publication: its moment, its account, its content. */
  review(publication: Publication): Review;
  /** The same without its moment: what is found in its account and its content. */
  check(publication: Publication): Finding[];
  costOf(publication: Publication): PublicationCost;
}

/** What takes nothing. */
export const free: PublicationCost = { charges: [], prices: [] };

/** With everything that was left to defaults; a plan is as large as what it plans, and copies none that was whole. */
export function whole(wanted: Publication): Publication {
  const parsed = Publication.parse(wanted);
  return isDeepStrictEqual(parsed, wanted) ? wanted : parsed;
}

/** Reads what accounts allow, so that every publication can then be checked without waiting. */
export async function createReviewer(
  context: RunnerContext,
  publications: readonly Publication[],
  { offline, now }: { readonly offline: boolean; readonly now: number },
): Promise<Reviewer> {
  const facts = new Map<string, unknown>();
  const closed = new Map<string, Finding>();
  for (const { account } of publications) {
    const key = accountKey(account);
    const platform = context.platforms.get(account.platform);
    if (!platform || facts.has(key)) continue;
    const where = { context, platform, account };
    const denied = await deniedAccess(where, { offline });
    if (denied) closed.set(key, denied);
    facts.set(
      key,
      offline || denied
        ? await knownFacts(where)
        : await currentFacts(where, { now: await context.outbox.now() }),
    );
  }
  const compositionOf = ({ account, draft, options }: Publication, platform: AnyPlatform) => {
    const parsed = platform.options.safeParse(options);
    const known = facts.get(accountKey(account)) ?? platform.defaultFacts;
    return { parsed, composition: { account, draft, options: parsed.data, facts: known } };
  };
  function check(publication: Publication): Finding[] {
    const { account } = publication;
    const platform = context.platforms.get(account.platform);
    if (!platform) return [withoutAdapter(account, instant(now).slice(0, 10))];
    const { parsed, composition } = compositionOf(publication, platform);
    if (!parsed.success) {
      return parsed.error.issues.map(({ path, message }) => ({
        rule: 'publish/options/invalid',
        severity: 'error',
        path: ['options', ...path.map((part) => (typeof part === 'symbol' ? '' : part))],
        message: `${platform.manifest.name} does not take this option: ${message}`,
        fix: 'Correct or leave out the option.',
      }));
    }
    const denied = closed.get(accountKey(account));
    return [...(denied ? [denied] : []), ...platform.check(composition)];
  }

  return {
    check,
    review(publication) {
      const content = check(publication);
      try {
        const dueAt = momentOfWall(publication.at);
        return { dueAt, findings: [...content, ...past(publication, dueAt, now)] };
      } catch (error) {
        if (!AfficheError.isInstance(error)) throw error;
        return { findings: [...content, unresolvable(error)] };
      }
    },
    costOf(publication) {
      const { account, id } = publication;
      const platform = context.platforms.get(account.platform);
      if (!platform) return free;
      const { parsed, composition } = compositionOf(publication, platform);
      if (!parsed.success) return free;
      const seed = { key: `${id}#1`, at: instant(now) };
      const steps = platform.compile(composition, seed);
      return {
        charges: steps.flatMap(({ costs }) => chargesFor({ context, platform, account }, costs)),
        prices: steps.flatMap(({ price }) => price ?? []),
      };
    },
  };
}

/** Why nothing can be posted there: the network is gone, or only its adapter is missing. */
function withoutAdapter({ platform }: Account, today: PlainDate): Finding {
  const path = ['account', 'platform'];
  const severity = 'error';
  try {
    assertPublishable(platform, today);
  } catch (error) {
    if (ConfigurationError.isInstance(error) && error.code !== 'unknown-platform') {
      const { code, message, hint } = error;
      const fix = hint ?? 'Choose another account.';
      return { rule: `publish/platform/${code}`, severity, path, message: `${message}.`, fix };
    }
  }
  return {
    rule: 'publish/platform/unknown',
    severity,
    path,
    message: `This publisher has no adapter for "${platform}".`,
    fix: 'Give createPublisher the adapter, or choose another account.',
  };
}

function unresolvable({ message, hint }: AfficheError): Finding {
  return {
    rule: 'publish/time/unresolvable',
    severity: 'error',
    path: ['at'],
    message: `${message}.`,
    fix: hint ?? 'Choose another time.',
  };
}

function past(publication: Publication, dueAt: number, now: number): Finding[] {
  const late = Math.round((now - dueAt) / 1000);
  const grace = graceSeconds(publication);
  if (late <= grace) return [];
  return [
    {
      rule: 'publish/time/past',
      severity: 'error',
      path: ['at'],
      message: 'Its time has passed, and its misfire policy will not send it.',
      measured: late,
      limit: grace,
      unit: 'seconds late',
      fix: 'Choose a time to come, or the misfire policy "fire-once".',
    },
  ];
}
