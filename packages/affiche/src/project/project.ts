import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  ConfigurationError,
  instant,
  type Instant,
  PlainDate,
  systemClock,
  wallTimeAt,
} from '@affiche/core';
import { defineStrategy, type Strategy } from '@affiche/strategy';
import { type AfficheConfig, loadConfig } from '../config.ts';
import { exists, readYaml } from './files.ts';

/** How a project is opened. */
export interface ProjectOptions {
  /** Its folder. */
  readonly folder: string;
  /** Publishes to the sandbox on a simulated clock instead of to real networks. */
  readonly rehearse: boolean;
  /** The day to work from, instead of today. */
  readonly today?: string | undefined;
}

/** A folder of plain files: what is wanted, and what was done. */
export interface Project {
  readonly folder: string;
  readonly config: AfficheConfig;
  readonly rehearse: boolean;
  readonly strategy: Strategy;
  /** Where it remembers what it did; a rehearsal has its own. */
  readonly state: string;
  /** The day to work from, in the strategy's zone. */
  readonly today: PlainDate;
  /** The moment to work from: now, or the morning of another day. */
  readonly now: Instant;
}

/**
 * Opens the project in a folder.
 *
 * @throws ConfigurationError `no-project`, `broken-config`, `file-unusable`, `file-malformed`,
 *   `invalid-strategy`, `invalid-date`.
 */
export async function openProject(options: ProjectOptions): Promise<Project> {
  const folder = resolve(options.folder);
  const config = await loadConfig(folder);
  const strategy = await readStrategy(strategyFile({ folder, config }));
  const memory = resolve(folder, config.state ?? '.affiche');
  const state = options.rehearse ? `${memory}/rehearsal` : memory;
  await mkdir(state, { recursive: true });
  return {
    folder,
    config,
    rehearse: options.rehearse,
    strategy,
    state,
    ...time(options, strategy),
  };
}

/** The file that the strategy is read from. */
export function strategyFile({ folder, config }: Pick<Project, 'folder' | 'config'>): string {
  return resolve(folder, config.strategy ?? 'strategy.yaml');
}

async function readStrategy(file: string): Promise<Strategy> {
  const written = await readYaml(file);
  try {
    return defineStrategy(written);
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

/** A file of the project that the configuration names, or that is there under its usual name. */
export async function findFile(
  { folder, config }: Pick<Project, 'folder' | 'config'>,
  key: 'ideas' | 'history' | 'books',
): Promise<string | undefined> {
  const named = config[key];
  if (named !== undefined) return resolve(folder, named);
  const usual = [`${folder}/${key}.csv`, ...(key === 'ideas' ? [`${folder}/ideas`] : [])];
  for (const path of usual) if (await exists(path)) return path;
  return undefined;
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
