import { ConfigurationError, momentOfWall, type WallTime } from '@affiche/core';
import { everyEntry } from '../outbox/every-entry.ts';
import type { RunnerContext } from '../runner/context.ts';

/** The version of the time zone data of this runtime: moments resolved with another are resolved anew. */
export function zoneDataVersion(): string {
  return process.versions['tz'] ?? 'unknown';
}

/** Governments change their clocks: resolves moments anew that were resolved with other data. */
export async function resolveAnew({ outbox }: RunnerContext): Promise<void> {
  const zoneData = zoneDataVersion();
  const by = `time zone data ${zoneData}`;
  const outdated = { states: ['planned'], zoneDataOtherThan: zoneData } as const;
  for await (const { publication, revision: basis, dueAt: before } of everyEntry(
    outbox,
    outdated,
  )) {
    const dueAt = momentAnew(publication.at) ?? before;
    await outbox.edit(publication.id, { kind: 'retime', basis, dueAt, zoneData }, by);
  }
}

/** Nothing for a time that the clocks skip by now: it keeps the moment that was approved. */
function momentAnew(wall: WallTime): number | undefined {
  try {
    return momentOfWall(wall);
  } catch (error) {
    if (ConfigurationError.isInstance(error)) return undefined;
    throw error;
  }
}
