import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type AfficheConfig, loadConfig } from '../config.ts';
import { exists, orExplain } from './files.ts';

/** How a project is opened. */
export interface ProjectOptions {
  /** Its folder. */
  readonly folder: string;
  /** Publishes to the sandbox on a simulated clock instead of to real networks. */
  readonly rehearse: boolean;
  /** The day to work from, instead of today. */
  readonly today?: string | undefined;
}

/** A folder with its configuration: enough for what was approved already, whatever its files say by now. */
export interface ProjectFolder {
  readonly folder: string;
  readonly config: AfficheConfig;
  readonly rehearse: boolean;
  /** Where it remembers what it did; a rehearsal has its own. */
  readonly state: string;
}

/**
 * Opens the folder of a project.
 *
 * @throws ConfigurationError `no-project`, `broken-config`, `file-unusable`.
 */
export async function openFolder({ folder, rehearse }: ProjectOptions): Promise<ProjectFolder> {
  const place = resolve(folder);
  const config = await loadConfig(place);
  const memory = resolve(place, config.state ?? '.affiche');
  const state = rehearse ? `${memory}/rehearsal` : memory;
  await orExplain(state, () => mkdir(state, { recursive: true }));
  return { folder: place, config, rehearse, state };
}

/** The file that the strategy is read from. */
export function strategyFile({ folder, config }: Pick<ProjectFolder, 'folder' | 'config'>): string {
  return resolve(folder, config.strategy ?? 'strategy.yaml');
}

/** The folder of its pictures: nothing else is shown with a post. */
export function imagesFolder({ folder, config }: Pick<ProjectFolder, 'folder' | 'config'>): string {
  return resolve(folder, config.images ?? 'images');
}

/** A file of the project that the configuration names, or that is there under its usual name. */
export async function findFile(
  { folder, config }: Pick<ProjectFolder, 'folder' | 'config'>,
  key: 'ideas' | 'history' | 'books',
): Promise<string | undefined> {
  const named = config[key];
  if (named !== undefined) return resolve(folder, named);
  const usual = [`${folder}/${key}.csv`, ...(key === 'ideas' ? [`${folder}/ideas`] : [])];
  for (const path of usual) if (await exists(path)) return path;
  return undefined;
}
