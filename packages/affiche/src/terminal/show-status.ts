import type { PublicationState, PublicationStatus, PublishStatus } from '@affiche/publish';
import { accountWords, type PublicationNames } from '../project/publication-names.ts';
import type { Style, Terminal } from './terminal.ts';
import { scopeWords } from './scope-words.ts';
import { lined } from './wrapped.ts';

const styles: Readonly<Partial<Record<PublicationState, Style>>> = {
  published: 'green',
  publishing: 'cyan',
  parked: 'red',
  failed: 'red',
  partial: 'red',
  missed: 'yellow',
};

/** Shows where every publication stands: what needs a person first, then what comes next. */
export function showStatus(
  { counts, publications, pauses }: PublishStatus,
  terminal: Terminal,
  { all, names }: { readonly all: boolean; readonly names: PublicationNames },
): void {
  const { say, style, columns } = terminal;
  for (const { scope, by, at, reason } of pauses) {
    const since = `${at.slice(0, 16).replace('T', ' ')} UTC`;
    say(style('yellow', `Paused: ${scopeWords(scope)}, by ${by} since ${since}: ${reason}`));
  }
  const inOrder = publications.toSorted((a, b) => a.at.localeCompare(b.at));
  const needy = inOrder.filter(({ state }) => needsPerson.has(state));
  const next = inOrder.filter(({ state }) => state === 'planned' || state === 'publishing');
  const shown = all ? inOrder : [...needy, ...next.slice(0, 10)];
  for (const line of lined(
    shown.map((each) => rowOf(each, names, terminal)),
    columns,
  ))
    say(line);
  if (!all && next.length > 10)
    say(style('dim', `and ${next.length - 10} more: --all shows them.`));
  if (shown.length > 0) say();
  const words = Object.entries(counts).flatMap(([state, count]) =>
    count > 0 ? [`${count} ${state}`] : [],
  );
  say(words.length > 0 ? `${words.join(', ')}.` : 'Nothing is planned yet.');
  if (needy.length > 0) say('"affiche explain <post>" tells what happened to one of them.');
}

const needsPerson: ReadonlySet<PublicationState> = new Set([
  'parked',
  'failed',
  'partial',
  'missed',
]);

function rowOf(
  status: PublicationStatus,
  { ideas, accounts }: PublicationNames,
  { style }: Terminal,
): string[] {
  const { id, state, wall, account, posts, note } = status;
  const look = styles[state];
  return [
    look ? style(look, state) : state,
    `${wall.date} ${wall.time}`,
    ...accountWords(accounts.get(account), account),
    ideas.get(id) ?? id,
    note ?? posts[0]?.url ?? '',
  ];
}
