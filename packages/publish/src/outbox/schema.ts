/** What the file says it is. */
export const formatName = 'affiche-outbox';
/** Grows when the tables change. A file with a higher one was written by a newer release. */
export const formatVersion = 4;

const attemptLikeness = `CREATE INDEX attempt_likeness ON attempt (likeness) WHERE likeness IS NOT NULL`;

const postPublication = `CREATE INDEX post_publication ON post (publication)`;
const publicationWords = `CREATE INDEX publication_words ON publication (words) WHERE words IS NOT NULL`;

const expense = `CREATE TABLE expense (
    publication TEXT NOT NULL,
    step TEXT NOT NULL,
    number BIGINT NOT NULL,
    account TEXT NOT NULL,
    client TEXT NOT NULL,
    currency TEXT NOT NULL,
    micros BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (publication, step, number)
  )`;
const expenseAccount = `CREATE INDEX expense_account ON expense (account, currency, at)`;
const expenseClient = `CREATE INDEX expense_client ON expense (client, currency, at)`;

const standing = `CREATE TABLE standing (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    client TEXT NOT NULL,
    revision BIGINT NOT NULL,
    state TEXT NOT NULL,
    priority BIGINT NOT NULL,
    place BIGINT NOT NULL,
    next_at BIGINT,
    touched_at BIGINT NOT NULL,
    waits_for TEXT,
    late_for BIGINT NOT NULL,
    fence BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    stop_requested BIGINT NOT NULL,
    note TEXT
  )`;
const standingIndexes = [
  `CREATE INDEX standing_due ON standing (priority, next_at, id) WHERE waits_for IS NULL AND next_at IS NOT NULL`,
  `CREATE INDEX standing_waiting ON standing (waits_for, priority, place) WHERE waits_for IS NOT NULL`,
  `CREATE INDEX standing_touched ON standing (touched_at) WHERE next_at IS NOT NULL`,
];
const publicationTime = `CREATE INDEX publication_time ON publication (due_at, id)`;

/**
 * The tables, for SQLite and PostgreSQL alike; `BIGINT` is 64 bits in both.
 *
 * `publication` is what was approved, and changes with an edit alone. `standing` is how far it is: the
 * runner writes a row of it several times a post, so it is small, and repeats what the queue goes by.
 * One is active as long as `next_at` is set; `touched_at` says when we wrote that moment, so that one
 * written by a clock that ran ahead is not believed. `place` is its place among those who wait for the
 * same budget: the moment at which it was due.
 */
export const tables = [
  `CREATE TABLE publication (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    client TEXT NOT NULL,
    scope TEXT NOT NULL,
    body TEXT NOT NULL,
    hash TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    zone_data TEXT NOT NULL,
    words BIGINT
  )`,
  publicationTime,
  `CREATE INDEX publication_scope ON publication (scope, due_at)`,
  `CREATE INDEX publication_account ON publication (account, due_at)`,
  publicationWords,
  standing,
  ...standingIndexes,
  `CREATE TABLE step (
    publication TEXT NOT NULL,
    ordinal BIGINT NOT NULL,
    id TEXT NOT NULL,
    visibility TEXT NOT NULL,
    item BIGINT,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    checkpoint TEXT,
    output TEXT,
    PRIMARY KEY (publication, id)
  )`,
  `CREATE TABLE attempt (
    publication TEXT NOT NULL,
    step TEXT NOT NULL,
    number BIGINT NOT NULL,
    sends BIGINT NOT NULL,
    looks BIGINT NOT NULL,
    armed_at BIGINT NOT NULL,
    server_armed_at BIGINT,
    outcome TEXT,
    likeness TEXT,
    PRIMARY KEY (publication, step, number)
  )`,
  `CREATE UNIQUE INDEX attempt_open ON attempt (publication, step) WHERE outcome IS NULL`,
  attemptLikeness,
  `CREATE TABLE post (
    account TEXT NOT NULL,
    id TEXT NOT NULL,
    publication TEXT NOT NULL,
    step TEXT NOT NULL,
    item BIGINT NOT NULL,
    url TEXT,
    published_at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    PRIMARY KEY (account, id)
  )`,
  `CREATE INDEX post_time ON post (published_at)`,
  postPublication,
  `CREATE TABLE chain (name TEXT PRIMARY KEY, sequence BIGINT NOT NULL, hash TEXT NOT NULL)`,
  `CREATE TABLE log (
    chain TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    at BIGINT NOT NULL,
    publication TEXT,
    event TEXT NOT NULL,
    data TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (chain, sequence)
  )`,
  `CREATE INDEX log_publication ON log (publication, sequence)`,
  `CREATE TABLE bucket (
    key TEXT PRIMARY KEY,
    blocked_until BIGINT NOT NULL,
    full_until BIGINT NOT NULL,
    touched_at BIGINT NOT NULL
  )`,
  `CREATE TABLE tick (
    bucket TEXT NOT NULL,
    at BIGINT NOT NULL,
    points DOUBLE PRECISION NOT NULL,
    reservation TEXT NOT NULL
  )`,
  `CREATE INDEX tick_bucket ON tick (bucket, at)`,
  `CREATE INDEX tick_reservation ON tick (reservation)`,
  expense,
  expenseAccount,
  expenseClient,
  `CREATE TABLE learnt_rate (
    bucket TEXT NOT NULL,
    window_seconds DOUBLE PRECISION NOT NULL,
    points DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (bucket, window_seconds)
  )`,
  `CREATE TABLE account_facts (account TEXT PRIMARY KEY, value TEXT NOT NULL, read_at BIGINT NOT NULL)`,
  `CREATE TABLE lease (name TEXT PRIMARY KEY, holder TEXT NOT NULL, until_at BIGINT NOT NULL, touched_at BIGINT NOT NULL)`,
  `CREATE TABLE pause (scope TEXT PRIMARY KEY, at BIGINT NOT NULL, set_by TEXT NOT NULL, reason TEXT NOT NULL)`,
  `CREATE TABLE format (name TEXT PRIMARY KEY, version BIGINT NOT NULL)`,
] as const;

// What turns the tables of an earlier format into those of the next, by the format it leads to.
const upgrades: ReadonlyMap<number, readonly string[]> = new Map([
  [
    2,
    [
      `ALTER TABLE attempt ADD COLUMN likeness TEXT`,
      attemptLikeness,
      expense,
      expenseAccount,
      expenseClient,
    ],
  ],
  [3, [`ALTER TABLE publication ADD COLUMN words BIGINT`, publicationWords, postPublication]],
  [
    4,
    [
      standing,
      `INSERT INTO standing SELECT id, account, client, revision, state, priority, due_at, next_at, touched_at,
         waits_for, late_for, fence, tries, stop_requested, note FROM publication`,
      ...standingIndexes,
      ...['due', 'waiting', 'touched'].map((name) => `DROP INDEX publication_${name}`),
      ...[
        'revision',
        'state',
        'priority',
        'next_at',
        'touched_at',
        'waits_for',
        'late_for',
        'fence',
        'tries',
        'stop_requested',
        'note',
      ].map((name) => `ALTER TABLE publication DROP COLUMN ${name}`),
      publicationTime,
    ],
  ],
]);

/** The statements that bring tables of this format up to ours. */
export function upgradesFrom(version: number): string[] {
  return [...upgrades].flatMap(([format, statements]) => (format > version ? statements : []));
}
