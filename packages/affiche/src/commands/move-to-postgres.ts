import { ConfigurationError } from '@affiche/core';
import { exists } from '../project/files.ts';
import { openFolder } from '../project/project-folder.ts';
import type { ProjectFlags, Setting } from './command.ts';

/** Where to. */
export interface MoveFlags extends Pick<ProjectFlags, 'project' | 'json'> {
  readonly schema?: string;
}

/** Moves what the project remembers of its publications to PostgreSQL, and says what to configure. */
export async function moveToPostgres(
  url: string,
  { project, json = false, schema }: MoveFlags,
  { terminal }: Setting,
): Promise<number> {
  const file = await embeddedOutbox(project);
  const { moveToPostgres: move } = await loadPostgres();
  const rows = await move(file, url, schema === undefined ? {} : { schema });
  if (json) {
    terminal.say(JSON.stringify(rows, null, 2));
    return 0;
  }
  const moved = rows['publication'] ?? 0;
  terminal.say(
    `Moved ${moved} ${moved === 1 ? 'publication' : 'publications'} with their history.`,
  );
  terminal.say('The old file is paused and sends nothing more. In affiche.config.ts write:');
  terminal.say();
  terminal.say(`  import { postgresOutbox } from '@affiche/publish/postgres';`);
  terminal.say(`  outbox: ${outboxCode(url, schema)},`);
  terminal.say();
  terminal.say(
    'The password belongs in PGPASSWORD or in a password file, not in the configuration.',
  );
  return 0;
}

async function embeddedOutbox(folder: string): Promise<string> {
  const { config, state } = await openFolder({ folder, rehearse: false });
  if (config.outbox) {
    throw new ConfigurationError('outbox-configured', {
      message: 'The configuration names an outbox already',
      hint: 'Only the SQLite file that a project starts with is moved: take "outbox" out first.',
    });
  }
  const file = `${state}/outbox.db`;
  if (!(await exists(file))) {
    throw new ConfigurationError('nothing-to-move', {
      message: `The project remembers no publications: there is no ${file}`,
      hint: 'Nothing has to be moved. Name postgresOutbox(url) in affiche.config.ts at once.',
    });
  }
  return file;
}

async function loadPostgres() {
  try {
    return await import('@affiche/publish/postgres');
  } catch (cause) {
    throw new ConfigurationError('driver-missing', {
      message: 'PostgreSQL needs the package pg, which is not installed',
      hint: 'npm install pg',
      cause,
    });
  }
}

/** What to configure; the password stays out of it. */
function outboxCode(url: string, schema: string | undefined): string {
  const address = new URL(url);
  address.password = '';
  const options = schema === undefined ? '' : `, { schema: '${schema}' }`;
  return `postgresOutbox('${address.href}'${options})`;
}
