import { stat } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { type AnyPlatform, ConfigurationError } from '@affiche/core';
import type { OutboxStore, Vault } from '@affiche/publish';
import type { ThemeInput } from '@affiche/report';
import { type ConfigProblem, configProblem, importProblem } from './config-problem.ts';

/** What a project is made of. Paths are relative to the project's folder. */
export interface AfficheConfig {
  /** The networks it publishes to, each from its adapter: `[bluesky(), mastodon()]`. */
  readonly platforms: readonly AnyPlatform[];
  /** @defaultValue `strategy.yaml` */
  readonly strategy?: string;
  /**
   * What there is to say: a CSV file, or a folder of Markdown files with front matter.
   *
   * @defaultValue `ideas.csv`, else the folder `ideas`
   */
  readonly ideas?: string;
  /**
   * Where the pictures of the ideas are.
   *
   * @defaultValue `images`
   */
  readonly images?: string;
  /**
   * What became of earlier posts, as CSV; the posts of this project are learnt from anyway.
   *
   * @defaultValue `history.csv`, if there is one
   */
  readonly history?: string;
  /**
   * Costs and income, as CSV.
   *
   * @defaultValue `books.csv`, if there is one
   */
  readonly books?: string;
  /**
   * Where the project remembers what it did.
   *
   * @defaultValue `.affiche`
   */
  readonly state?: string;
  /**
   * Where publications are remembered; `postgresOutbox(url)` when one machine is not enough.
   *
   * @defaultValue a SQLite file in the state folder
   */
  readonly outbox?: OutboxStore;
  /**
   * Where credentials are kept.
   *
   * @defaultValue an encrypted file in the state folder, opened by `AFFICHE_VAULT_KEY`
   */
  readonly vault?: Vault;
  /** What makes the report an agency's own. */
  readonly theme?: ThemeInput;
}

/** The name of the file that makes a folder a project. */
const configFile = 'affiche.config.ts';

/**
 * Types the configuration of a project, `affiche.config.ts`, and hands it on as it is.
 *
 * ```ts no-run
 * import { bluesky } from '@affiche/platforms/bluesky';
 * import { defineConfig } from 'affiche';
 *
 * export default defineConfig({ platforms: [bluesky()] });
 * ```
 */
export function defineConfig(config: AfficheConfig): AfficheConfig {
  return config;
}

/**
 * Reads the configuration of the project in a folder.
 *
 * @throws ConfigurationError `no-project`, `broken-config`.
 */
export async function loadConfig(folder: string): Promise<AfficheConfig> {
  const file = `${folder}/${configFile}`;
  const found = await stat(file).catch(() => undefined);
  if (!found) throw await noProject(folder);
  let loaded: { default?: unknown };
  try {
    // A module is kept for good under its address: a changed file gets another one.
    const address = `${pathToFileURL(file).href}?changed=${found.mtimeMs}`;
    loaded = (await import(address)) as { default?: unknown };
  } catch (cause) {
    const { starterNetworks } = await import('./starter/starter-networks.ts');
    throw broken(file, importProblem(cause, starterNetworks), cause);
  }
  const problem = configProblem(loaded.default);
  if (problem) throw broken(file, problem);
  return loaded.default as AfficheConfig;
}

async function noProject(folder: string): Promise<ConfigurationError> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  return new ConfigurationError('no-project', {
    message: isThere
      ? `The folder ${folder} holds no ${configFile}`
      : `There is no folder ${folder}`,
    hint: 'Go to the folder of your project, name it with --project, or start one with "affiche init".',
  });
}

function broken(file: string, { message, hint }: ConfigProblem, cause?: unknown) {
  return new ConfigurationError('broken-config', {
    message: `The file ${file} ${message}`,
    hint,
    ...(cause !== undefined && { cause }),
  });
}
