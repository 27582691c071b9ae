import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const pages = globSync(['*.md', 'docs/*.md', '.github/**/*.md', '{packages,examples}/*/*.md']);

describe('what people read', () => {
  it('links to files that are there, and to headings that they have', () => {
    expect(pages.length).toBeGreaterThan(40);
    expect(pages.flatMap((page) => deadLinks(page, readFileSync(page, 'utf8')))).toEqual([]);
  });
});

function deadLinks(page: string, text: string): string[] {
  const prose = text.replaceAll(/^```.*?^```/gms, '').replaceAll(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\((?<link>[^)\s]+)\)/g)]
    .map(({ groups }) => groups?.['link'] ?? '')
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = '', heading] = link.split('#');
      const file = path === '' ? page : join(dirname(page), path);
      return !existsSync(file) || (heading !== undefined && !headings(file).includes(heading));
    })
    .map((link) => `${page}: ${link}`);
}

/** The anchors of a page, as GitHub and the reference make them. */
function headings(file: string): string[] {
  if (!file.endsWith('.md') || statSync(file).isDirectory()) return [];
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (?<title>.+)$/gm)].map(({ groups }) =>
    (groups?.['title'] ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
}
