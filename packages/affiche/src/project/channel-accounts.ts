import type { Account } from '@affiche/core';
import { parseStrategy } from '@affiche/strategy/yaml';
import { readText } from './files.ts';
import { type ProjectFolder, strategyFile } from './project-folder.ts';

/** The accounts that the strategy of a folder names. */
export async function channelAccounts(folder: ProjectFolder): Promise<Account[]> {
  const { channels } = parseStrategy(await readText(strategyFile(folder)));
  return channels.map(({ account }) => account);
}
