/** Turns the tables of today into those of the first format, with everything in them. */
export const firstFormat: readonly string[] = [
  ...[
    'revision BIGINT',
    'state TEXT',
    'priority BIGINT',
    'next_at BIGINT',
    'touched_at BIGINT',
    'waits_for TEXT',
    'late_for BIGINT',
    'fence BIGINT',
    'tries BIGINT',
    'stop_requested BIGINT',
    'note TEXT',
  ].flatMap((column) => {
    const [name] = column.split(' ');
    return [
      `ALTER TABLE publication ADD COLUMN ${column}`,
      `UPDATE publication SET ${name} = (SELECT ${name} FROM standing WHERE standing.id = publication.id)`,
    ];
  }),
  'DROP TABLE standing',
  'DROP INDEX publication_time',
  'CREATE INDEX publication_due ON publication (priority, next_at, id) WHERE waits_for IS NULL AND next_at IS NOT NULL',
  'CREATE INDEX publication_waiting ON publication (waits_for, priority, due_at) WHERE waits_for IS NOT NULL',
  'CREATE INDEX publication_touched ON publication (touched_at) WHERE next_at IS NOT NULL',
  'DROP INDEX publication_words',
  'ALTER TABLE publication DROP COLUMN words',
  'DROP INDEX post_publication',
  'DROP INDEX attempt_likeness',
  'ALTER TABLE attempt DROP COLUMN likeness',
  'DROP TABLE expense',
  'UPDATE format SET version = 1',
];
