import { type Route, route } from '../http/route.ts';
import { require } from './accounts.ts';
import { escapeHtml, page, parameter, refusal, type WordPress } from './context.ts';

/** Categories and tags, by their names. */
export function termRoutes(wordPress: WordPress): Route[] {
  return ['categories', 'tags'].flatMap((taxonomy) => {
    const base = `/wp-json/wp/v2/${taxonomy}`;
    return [
      route('GET', base, (exchange) => {
        const search = (exchange.query.get('search') ?? '').toLowerCase();
        const views = termsOf(wordPress, taxonomy)
          .filter(({ name }) => name.toLowerCase().includes(search))
          .map((term) => viewOf(term, taxonomy));
        return page(exchange, views);
      }),
      route('POST', base, (exchange) => {
        require(wordPress, exchange, taxonomy === 'tags' ? 'edit' : 'categorize', [
          'rest_cannot_create',
          'Sorry, you are not allowed to create terms in this taxonomy.',
        ]);
        const name = parameter(exchange, 'name')?.trim() ?? '';
        if (name === '') {
          throw refusal(400, 'rest_missing_callback_param', 'Missing parameter(s): name', {
            params: ['name'],
          });
        }
        const known = termsOf(wordPress, taxonomy).find(
          (term) => term.name.toLowerCase() === name.toLowerCase(),
        );
        if (known) {
          const why = 'A term with the name provided already exists in this taxonomy.';
          throw refusal(400, 'term_exists', why, { term_id: known.id });
        }
        const row = wordPress.database.one(
          'INSERT INTO term (taxonomy, name) VALUES (?, ?) RETURNING id',
          taxonomy,
          name,
        );
        return { status: 201, body: viewOf({ id: Number(row?.['id']), name }, taxonomy) };
      }),
    ];
  });
}

interface Term {
  readonly id: number;
  readonly name: string;
}

function termsOf({ database }: WordPress, taxonomy: string): Term[] {
  return database
    .all('SELECT id, name FROM term WHERE taxonomy = ? ORDER BY name', taxonomy)
    .map((row) => ({ id: Number(row['id']), name: String(row['name']) }));
}

function viewOf({ id, name }: Term, taxonomy: string) {
  return {
    id,
    name: escapeHtml(name),
    slug: name.toLowerCase().replaceAll(/\s+/g, '-'),
    taxonomy: taxonomy === 'tags' ? 'post_tag' : 'category',
  };
}
