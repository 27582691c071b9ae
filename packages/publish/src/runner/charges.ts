import { accountKey, type Cost, type RateObservation } from '@affiche/core';
import type { Charge, RateLesson } from '../outbox/charge.ts';
import type { PlatformAccount } from './platform-account.ts';
import { secondsUntil } from './seconds-until.ts';

/** How long a refusal without a date keeps a bucket closed, in seconds. */
const silentRefusalSeconds = 60;

/** The buckets that a call takes points from, and the gate through which all calls of an account go. */
export function chargesFor(where: PlatformAccount, costs: readonly Cost[]): Charge[] {
  const gate = { bucket: gateOf(where), points: 0, windows: [] };
  return [gate, ...costs.flatMap((cost) => bucketCharges(where, cost))];
}

/** The bucket that stops every call of an account. */
export function gateOf({ platform, account }: PlatformAccount): string {
  return `${platform.id}/*/account:${accountKey(account)}`;
}

/** What an answer taught, bucket by bucket. */
export function lessonsFrom(
  where: PlatformAccount,
  observation: RateObservation,
  now: number,
): RateLesson[] {
  const { bucket, limit, remaining, windowSeconds, refused } = observation;
  const seconds = secondsUntil(observation.resetAt, now);
  const resetAt = seconds === undefined ? undefined : now + seconds * 1000;
  const isClosed = refused || remaining === 0;
  const blockedUntilAt = isClosed
    ? (resetAt ?? (refused ? now + silentRefusalSeconds * 1000 : undefined))
    : undefined;
  if (bucket === '*') {
    return blockedUntilAt === undefined
      ? []
      : [{ bucket: gateOf(where), windows: [], blockedUntilAt }];
  }
  const taught = {
    ...(limit === undefined ? {} : { limit }),
    ...(remaining === undefined ? {} : { remaining }),
    ...(windowSeconds === undefined ? {} : { windowSeconds }),
    ...(resetAt === undefined ? {} : { resetAt }),
    ...(blockedUntilAt === undefined ? {} : { blockedUntilAt }),
  };
  return bucketCharges(where, { bucket, points: 1 }).map((charge): RateLesson =>
    Object.assign({ bucket: charge.bucket, windows: charge.windows }, taught),
  );
}

/** One charge for each scope that the bucket's rules count by. */
function bucketCharges(where: PlatformAccount, { bucket, points }: Cost): Charge[] {
  const { platform } = where;
  const rules = platform.manifest.rates.filter((rule) => rule.bucket === bucket);
  const scopes =
    rules.length > 0 ? [...new Set(rules.map(({ per }) => per))] : ['account' as const];
  return scopes.map((per) => ({
    bucket: `${platform.id}/${bucket}/${scopeName(per, where)}`,
    points,
    windows: rules
      .filter((rule) => rule.per === per)
      .map(({ points: most, windowSeconds, midnightIn }) => ({
        points: most,
        windowSeconds,
        ...(midnightIn !== undefined && { midnightIn }),
      })),
  }));
}

function scopeName(
  per: 'account' | 'app' | 'host' | 'address',
  { context, account }: PlatformAccount,
): string {
  const host = account.host ?? '';
  switch (per) {
    case 'account':
      return `account:${accountKey(account)}`;
    case 'app':
      return `app:${host}`;
    case 'host':
      return `host:${host}`;
    case 'address':
    default:
      return `address:${context.address}@${host}`;
  }
}
