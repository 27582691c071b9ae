import { countGraphemes } from '../graphemes.ts';
import { isRecord } from '../http/body-fields.ts';
import { type Mastodon, mastodonError, validationFailed } from './context.ts';
import { audiencePost, findStatus } from './statuses.ts';

/** A poll as a client asks for it. */
export interface NewPoll {
  readonly options: readonly string[];
  /** In seconds. */
  readonly expiresIn: number;
  readonly multiple: boolean;
  readonly hideTotals: boolean;
}

/** Reads a poll from a request, refusing what Mastodon refuses. */
export function readPoll({ settings }: Mastodon, value: unknown): NewPoll | undefined {
  if (!isRecord(value)) return undefined;
  const options = Array.isArray(value['options']) ? value['options'].map(String) : [];
  const expiresIn = Number(value['expires_in']);
  if (options.length < 2) throw validationFailed('Choices must be more than one item');
  if (options.length > settings.pollMaxOptions) {
    throw validationFailed(`Choices can't contain more than ${settings.pollMaxOptions} items`);
  }
  if (options.some((option) => option.trim() === ''))
    throw validationFailed("Choices can't be blank");
  if (options.some((option) => countGraphemes(option) > settings.pollMaxCharactersPerOption)) {
    throw validationFailed(
      `Choices can't be longer than ${settings.pollMaxCharactersPerOption} characters each`,
    );
  }
  if (new Set(options).size < options.length)
    throw validationFailed('Choices contain duplicate items');
  if (!(expiresIn >= settings.pollMinExpiration)) {
    throw validationFailed('Expires at is too soon');
  }
  if (expiresIn > settings.pollMaxExpiration) {
    throw validationFailed('Expires at is too far into the future');
  }
  const yes = (name: string) => value[name] === true || value[name] === 'true';
  return { options, expiresIn, multiple: yes('multiple'), hideTotals: yes('hide_totals') };
}

/** Keeps a poll with its status. */
export function insertPoll(
  { database }: Mastodon,
  status: string,
  poll: NewPoll,
  publishedAt: number,
): void {
  database.run(
    'INSERT INTO poll (status, options, expires_at, multiple, hide_totals) VALUES (?, ?, ?, ?, ?)',
    status,
    JSON.stringify(poll.options),
    publishedAt + poll.expiresIn * 1000,
    poll.multiple ? 1 : 0,
    poll.hideTotals ? 1 : 0,
  );
}

/**
 * A poll as the API shows it: the votes of accounts here and of simulated readers.
 *
 * @see {@link https://docs.joinmastodon.org/entities/Poll/ | Mastodon: poll}
 */
export function pollView(mastodon: Mastodon, status: string, viewer: string | undefined) {
  const { database, clock } = mastodon;
  const row = database.one('SELECT * FROM poll WHERE status = ?', status);
  if (!row) return undefined;
  const options = JSON.parse(String(row['options'])) as string[];
  const expiresAt = Number(row['expires_at']);
  const expired = clock.now() >= expiresAt;
  const votes = database.all('SELECT account, choice FROM vote WHERE status = ?', status);
  const choices = [
    ...votes.map((vote) => Number(vote['choice'])),
    ...readersChoices(mastodon, status, options.length, Math.min(clock.now(), expiresAt)),
  ];
  const voters = choices.length - votes.length + new Set(votes.map((vote) => vote['account'])).size;
  const own = votes
    .filter((vote) => vote['account'] === viewer)
    .map((vote) => Number(vote['choice']));
  const hidden = row['hide_totals'] === 1 && !expired;
  return {
    id: status,
    expires_at: new Date(expiresAt).toISOString(),
    expired,
    multiple: row['multiple'] === 1,
    votes_count: choices.length,
    voters_count: voters,
    options: options.map((title, index) => ({
      title,
      votes_count: hidden ? null : choices.filter((choice) => choice === index).length,
    })),
    emojis: [],
    ...(viewer !== undefined && { voted: own.length > 0, own_votes: own }),
  };
}

/** Votes for an account. */
export function vote(mastodon: Mastodon, status: string, account: string, value: unknown): void {
  const { database, clock } = mastodon;
  const poll = database.one('SELECT * FROM poll WHERE status = ?', status);
  const choices = (Array.isArray(value) ? value : [value]).map(Number);
  const count = poll ? (JSON.parse(String(poll['options'])) as string[]).length : 0;
  if (!poll) throw mastodonError(404, 'Record not found');
  if (findStatus(mastodon, status)?.account === account) {
    throw validationFailed("You can't vote in your own polls");
  }
  if (clock.now() >= Number(poll['expires_at']))
    throw validationFailed('The poll has already ended');
  if (database.one('SELECT 1 FROM vote WHERE status = ? AND account = ?', status, account)) {
    throw validationFailed('You have already voted on this poll');
  }
  if (choices.some((choice) => !(choice >= 0 && choice < count))) {
    throw validationFailed('The chosen vote option does not exist');
  }
  for (const choice of choices) {
    database.run(
      'INSERT INTO vote (status, account, choice) VALUES (?, ?, ?)',
      status,
      account,
      choice,
    );
  }
}

function readersChoices(mastodon: Mastodon, id: string, options: number, until: number): number[] {
  const status = findStatus(mastodon, id);
  if (!status) return [];
  return mastodon.audience
    .actions(audiencePost(status), until)
    .filter(({ kind }) => kind === 'vote')
    .map(({ choice }) => Math.floor(choice * options));
}
