import { mkdir } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { isCancel, multiselect, select, text } from '@clack/prompts';
import {
  ConfigurationError,
  instant,
  nearest,
  platform as platformNamed,
  systemClock,
  wallTimeAt,
  Zone,
} from '@affiche/core';
import { exists, replaceFile } from '../project/files.ts';
import { starterFiles } from '../starter/starter.ts';
import type { StarterAccount, StarterAnswers } from '../starter/starter-answers.ts';
import { starterNetworks } from '../starter/starter-networks.ts';
import type { Setting } from './command.ts';

/** What `init` understands; what is missing is asked for, or taken as usual where nobody is. */
export interface InitFlags {
  readonly name?: string;
  readonly language?: string;
  readonly zone?: string;
  /** `bluesky:bakery.bsky.social` */
  readonly account: readonly string[];
}

class Cancelled extends Error {}

/** Starts a project: a strategy, ideas and a configuration to be written over. */
export async function init(
  folder: string,
  flags: InitFlags,
  { terminal }: Setting,
): Promise<number> {
  const target = resolve(folder);
  let answers: StarterAnswers;
  try {
    answers = await ask(target, flags, terminal.isInteractive);
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    terminal.say('Nothing was written.');
    return 1;
  }
  const files = Object.entries(starterFiles(answers));
  for (const [name] of files) {
    if (await exists(`${target}/${name}`)) throw alreadyThere(target, name);
  }
  await mkdir(`${target}/images`, { recursive: true });
  for (const [name, content] of files) await replaceFile(`${target}/${name}`, content);
  const place = relative('.', target);
  terminal.say(`Wrote ${files.map(([name]) => name).join(', ')} to ${place || 'this folder'}.`);
  const names = answers.accounts.map(({ platform, handle }) => `${nameOf(platform)} ${handle}`);
  terminal.say(`Accounts, to be corrected in strategy.yaml: ${names.join(', ')}.`);
  terminal.say();
  terminal.say('Next:');
  if (place) terminal.say(`  cd ${place}`);
  terminal.say('  npm install');
  terminal.say('  npx affiche plan --rehearse     what would go out, on networks of this machine');
  return 0;
}

async function ask(
  target: string,
  flags: InitFlags,
  isInteractive: boolean,
): Promise<StarterAnswers> {
  const asked: Asked = async <Value>(
    question: () => Promise<NoInfer<Value> | symbol>,
    usual: Value,
  ) => {
    if (!isInteractive) return usual;
    const answer = await question();
    if (isCancel(answer)) throw new Cancelled();
    return answer as Value;
  };
  const folderName = basename(target);
  const name =
    flags.name ??
    (await asked(
      () => text({ message: 'Whose social media is it?', initialValue: folderName }),
      folderName,
    ));
  const language = languageOf(
    flags.language ??
      (await asked(
        () =>
          select({
            message: 'Which language do the posts speak?',
            options: [
              { value: 'en', label: 'English' },
              { value: 'fr', label: 'Français' },
            ],
          }),
        'en',
      )),
  );
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = zoneOf(
    flags.zone ??
      (await asked(() => text({ message: 'In which time zone?', initialValue: here }), here)),
  );
  const accounts =
    flags.account.length > 0 ? flags.account.map(accountOf) : await askAccounts(name, asked);
  const { date } = wallTimeAt(instant(systemClock().now()), zone);
  return { name, language, zone, accounts, today: date };
}

type Asked = <Value>(
  question: () => Promise<NoInfer<Value> | symbol>,
  usual: Value,
) => Promise<Value>;

async function askAccounts(name: string, asked: Asked): Promise<StarterAccount[]> {
  const networks = await asked(
    () =>
      multiselect({
        message: 'On which networks?',
        options: starterNetworks.map((value) => ({ value, label: nameOf(value) })),
        initialValues: starterNetworks.slice(0, 2),
      }),
    starterNetworks.slice(0, 2),
  );
  const accounts: StarterAccount[] = [];
  for (const platform of networks) {
    const usual = usualHandle(platform, name);
    const message = `Your name on ${nameOf(platform)}?`;
    const handle = await asked(() => text({ message, initialValue: usual }), usual);
    accounts.push({ platform, handle });
  }
  return accounts;
}

function usualHandle(platform: string, name: string): string {
  const slug =
    name
      .normalize('NFD')
      .replaceAll(/[^A-Za-z0-9]/g, '')
      .toLowerCase() || 'me';
  if (platform === 'bluesky') return `${slug}.bsky.social`;
  return platform === 'mastodon' ? `@${slug}@mastodon.social` : slug;
}

function nameOf(platform: string): string {
  return platformNamed(platform).name;
}

function accountOf(written: string): StarterAccount {
  const [, platform = '', handle = ''] = /^([a-z-]+):(.+)$/.exec(written) ?? [];
  if (starterNetworks.includes(platform) && handle !== '') return { platform, handle };
  const meant = nearest(platform, starterNetworks);
  const networks =
    meant === undefined || meant === platform
      ? `networks are ${starterNetworks.join(', ')}.`
      : `did you mean ${meant}:${handle}?`;
  throw new ConfigurationError('invalid-account', {
    message: `--account is "${written}", where a network and a name are needed`,
    hint: `Write it like bluesky:bakery.bsky.social; ${networks}`,
  });
}

function languageOf(written: string): 'en' | 'fr' {
  if (written === 'en' || written === 'fr') return written;
  throw new ConfigurationError('invalid-language', {
    message: `--language is "${written}", where en or fr is needed`,
    hint: 'The words of the start are in English or French; write them over in any language.',
  });
}

function zoneOf(written: string): Zone {
  const zone = Zone.safeParse(written);
  if (zone.success) return zone.data;
  throw new ConfigurationError('invalid-zone', {
    message: `--zone is "${written}", which is no time zone`,
    hint: 'Write it like Europe/Paris.',
  });
}

function alreadyThere(target: string, name: string): ConfigurationError {
  return new ConfigurationError('file-exists', {
    message: `${target} holds ${name} already`,
    hint: 'Start in an empty folder; nothing is written over.',
  });
}
