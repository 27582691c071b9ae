import { globSync, readFileSync } from 'node:fs';
import { jsonToLex, type LexiconDoc, Lexicons } from '@atproto/lexicon';

const folder = new URL('../specs/atproto-lexicons/', import.meta.url);
const documents = globSync('**/*.json', { cwd: folder.pathname }).map(
  (path) => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as LexiconDoc,
);

/** The network's own schemas. */
export const lexicons = new Lexicons(documents);

/** Why a record is none, by the network's own schemas; `undefined` when it is one. */
export function recordProblem(collection: string, record: unknown): string | undefined {
  const result = lexicons.validate(`lex:${collection}`, jsonToLex(record));
  return result.success ? undefined : result.error.message;
}
