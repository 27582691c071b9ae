import {
  ConfigurationError,
  instant,
  type Instant,
  PlainDate,
  systemClock,
  wallTimeAt,
} from '@affiche/core';
import type { Strategy } from '@affiche/strategy';
import { parseStrategy } from '@affiche/strategy/yaml';
import { readText } from './files.ts';
import {
  openFolder,
  type ProjectFolder,
  type ProjectOptions,
  strategyFile,
} from './project-folder.ts';

/** A folder of plain files: what is wanted, and what was done. */
export interface Project extends ProjectFolder {
  readonly strategy: Strategy;
  /** The day to work from, in the strategy's zone. */
  readonly today: PlainDate;
  /** The moment to work from: now, or the morning of another day. */
  readonly now: Instant;
}

/**
 * Opens the project in a folder.
 *
 * @throws ConfigurationError what `openFolder` throws, `file-unusable`, `file-malformed`, `invalid-yaml`,
 *   `invalid-strategy`, `invalid-date`.
 */
export async function openProject(options: ProjectOptions): Promise<Project> {
  const folder = await openFolder(options);
  const strategy = await readStrategy(strategyFile(folder));
  return { ...folder, strategy, ...time(options, strategy) };
}

async function readStrategy(file: string): Promise<Strategy> {
  const written = await readText(file);
  try {
    return parseStrategy(written);
  } catch (cause) {
    if (!ConfigurationError.isInstance(cause)) throw cause;
    const { code, message, hint } = cause;
    throw new ConfigurationError(code, {
      message: `${file}: ${message}`,
      ...(hint && { hint }),
      cause,
    });
  }
}

function time({ today }: ProjectOptions, { zone }: Strategy): Pick<Project, 'today' | 'now'> {
  if (today === undefined) {
    const now = instant(systemClock().now());
    return { today: wallTimeAt(now, zone).date, now };
  }
  const day = PlainDate.safeParse(today);
  if (!day.success) {
    throw new ConfigurationError('invalid-date', {
      message: `--today is "${today}", which is no day`,
      hint: 'Write it like 2027-01-04.',
    });
  }
  return { today: day.data, now: `${day.data}T09:00:00.000Z` };
}
