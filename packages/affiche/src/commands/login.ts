import { text as textOf } from 'node:stream/consumers';
import { isCancel, password, text } from '@clack/prompts';
import {
  type Account,
  accountKey,
  type AnyPlatform,
  ConfigurationError,
  type Credentials,
  platform as networkOf,
} from '@affiche/core';
import { storeCredentials } from '@affiche/publish';
import { z } from 'zod';
import { openProject, type Project } from '../project/project.ts';
import { vaultOf } from '../project/workshop.ts';
import type { ProjectFlags, Setting } from './command.ts';
import { signInWithBrowser, signsInWithBrowser } from './browser-sign-in.ts';

/** What `login` understands. */
export interface LoginFlags extends ProjectFlags {
  /** The key of the account, where the strategy has several on this network. */
  readonly account?: string;
  /** The id of the application that asks, as registered with the network. */
  readonly clientId?: string;
}

/**
 * Keeps what opens an account: from the browser where the network has that, else by asking for it, or
 * from a JSON object on standard input where nobody can be asked.
 */
export async function login(named: string, flags: LoginFlags, setting: Setting): Promise<number> {
  const { project: folder, rehearse = false, today } = flags;
  const project = await openProject({ folder, rehearse, today });
  const { id } = networkOf(named);
  const adapter = project.config.platforms.find((each) => each.id === id);
  if (!adapter) throw notConfigured(id);
  const account = chooseAccount(project, id, flags.account);
  const credentials = !setting.terminal.isInteractive
    ? await fromInput(adapter)
    : signsInWithBrowser(id)
      ? await signInWithBrowser({ adapter, account, clientId: flags.clientId }, setting)
      : await fromPrompts(adapter);
  if (!credentials) {
    setting.terminal.say('Nothing was kept.');
    return 1;
  }
  await storeCredentials(vaultOf(project), account, credentials);
  setting.terminal.say(`${accountKey(account)} is connected: its credentials are in the vault.`);
  return 0;
}

async function fromPrompts({ manifest }: AnyPlatform): Promise<Credentials | undefined> {
  const given: Record<string, string> = {};
  for (const { name, secret, description } of manifest.credentials) {
    const message = `${manifest.name}, ${name}: ${description}`;
    const answer = secret ? await password({ message }) : await text({ message });
    if (isCancel(answer)) return undefined;
    if (answer) given[name] = answer;
  }
  return given;
}

async function fromInput({ manifest }: AnyPlatform): Promise<Credentials> {
  const written = await textOf(process.stdin);
  const parsed = z.record(z.string(), z.string()).safeParse(parseJson(written));
  if (parsed.success && Object.keys(parsed.data).length > 0) return parsed.data;
  const example = Object.fromEntries(manifest.credentials.map(({ name }) => [name, '…']));
  throw new ConfigurationError('credentials-missing', {
    message: 'Standard input holds no JSON object with credentials, and nobody can be asked',
    hint: `Write ${JSON.stringify(example)} to it, or call this in a terminal.`,
  });
}

function parseJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}

function chooseAccount({ strategy }: Project, platform: string, key: string | undefined): Account {
  const accounts = strategy.channels
    .map(({ account }) => account)
    .filter((account) => account.platform === platform);
  const chosen = key === undefined ? accounts : accounts.filter((each) => accountKey(each) === key);
  const [account, another] = chosen;
  if (account && !another) return account;
  throw new ConfigurationError('which-account', {
    message: account
      ? `The strategy has several accounts on ${platform}`
      : `The strategy has no account ${key ?? `on ${platform}`}`,
    hint: account
      ? `Name one: ${accounts.map((each) => `--account ${accountKey(each)}`).join(' or ')}.`
      : 'Add it to the channels in strategy.yaml first.',
  });
}

function notConfigured(id: string): ConfigurationError {
  return new ConfigurationError('platform-not-configured', {
    message: `The project does not publish to ${id}`,
    hint: `Add ${id}() to the platforms in affiche.config.ts.`,
  });
}
