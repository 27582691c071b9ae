import { readFile, writeFile } from 'node:fs/promises';
import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import { affiche, bakery, emptyFolder } from './command-line.ts';

let folder: Awaited<ReturnType<typeof emptyFolder>>;

beforeAll(async () => {
  folder = await emptyFolder();
  await bakery(folder.path);
});

afterAll(async () => folder[Symbol.asyncDispose]());

const check = (...words: string[]) => affiche(['check', '--project', folder.path, ...words]);

/** Runs something while a file of the project says something else. */
async function whileFileSays<Result>(
  name: string,
  content: string | Uint8Array,
  work: () => Promise<Result>,
): Promise<Result> {
  const file = `${folder.path}/${name}`;
  const before = await readFile(file).catch(() => undefined);
  await writeFile(file, content);
  try {
    return await work();
  } finally {
    await writeFile(file, before ?? '');
  }
}

// The first command loads what it needs.
describe('affiche, told something wrong', { timeout: 30_000 }, () => {
  it('suggests the command that was meant', async () => {
    const { code, notes } = await affiche(['plann']);
    expect(code).toBe(2);
    expect(notes).toContain('Did you mean plan?');
  });

  it.each([
    [['check', '--today', '2027-02-30'], 'Write it like 2027-01-04.'],
    [['explain'], "missing required argument 'post'"],
    [['sandbox', '--port', 'many'], 'It is a whole number up to 65535.'],
    [['check', '--loud'], "unknown option '--loud'"],
  ])('says what is wrong with %j', async (words, why) => {
    expect(await affiche(words)).toMatchObject({ code: 2, notes: expect.stringContaining(why) });
  });

  it.each([
    [['check', '--project', '/nowhere'], 'There is no folder /nowhere'],
    [['check', '--project', import.meta.dirname], 'holds no affiche.config.ts'],
    [['sandbox', 'orkut'], 'The sandbox has no "orkut"'],
    [['init', '.', '--account', 'orkut:me'], 'a network and a name are needed'],
    [['init', '.', '--account', 'x:me', '--zone', 'Mars'], 'is no time zone'],
  ])('explains why %j cannot be done', async (words, why) => {
    const { code, notes } = await affiche(words);
    expect(code).toBe(1);
    expect(notes).toContain(why);
    expect(notes).not.toContain('    at ');
  });

  it.each([
    ['affiche.config.ts', 'export default {', 'cannot be run'],
    ['affiche.config.ts', 'export default {};', 'exports no configuration with platforms'],
    ['affiche.config.ts', 'export default { platforms: [] };', 'names no platform'],
    ['strategy.yaml', 'a: [', 'is not YAML'],
    ['strategy.yaml', 'id: x', 'This is not a strategy yet'],
    ['ideas.csv', 'id,text\n"a', 'is not CSV'],
    ['ideas.csv', new Uint8Array([0x69, 0x64, 0x0a, 0xe9]), 'is not text in UTF-8'],
  ])('names the file when %s is broken', async (name, content, why) => {
    const { code, notes } = await whileFileSays(name, content, () => check());
    expect(code).toBe(1);
    expect(notes).toContain(why);
    expect(notes).toContain(folder.path);
    expect(notes).not.toContain('    at ');
  });

  it.each([
    ['id,text\na,', 'project/ideas/no-text'],
    ['id,text\na,One\na,Two', 'project/ideas/repeated-id'],
    ['id,text,link\na,One,no address', 'project/ideas/malformed'],
    ['id,text,image,alt\na,One,gone.png,A loaf', 'project/ideas/file-unusable'],
    ['id,text,image,alt\na,One,../a.png,A secret', 'project/ideas/file-unusable'],
    ['id;text;pinnedAt\na;One;yesterday', 'project/ideas/malformed'],
    ['id,text,image\na,One,gone.png', 'project/ideas/alt-missing'],
    ['id,text,mastodon.visibility\na,One,nobody', 'project/ideas/option-unreadable'],
    ['id,text,mastodon.visibilty\na,One,public', 'project/ideas/unknown-option'],
  ])('finds what is wrong with ideas %j, and where', async (content, rule) => {
    const { code, out } = await whileFileSays('ideas.csv', content, () => check('--github'));
    expect(code).toBe(1);
    const place = `^::error file=.*ideas\\.csv,line=[123],title=${rule} ideas\\.csv`;
    expect(out).toMatch(new RegExp(place, 'm'));
    expect(out).toMatch(/^::warning file=.*strategy.yaml,line=\d+,title=strategy/m);
  });

  it('counts the lines of a file, whatever its cells hold, and suggests the column that was meant', async () => {
    const table = 'id,piller,text,pinnedAt\r\na,,"One\r\ntwo\r\n\r\nthree","\r\nsoon"\r\nb,,,\r\n';
    const { out } = await whileFileSays('ideas.csv', table, () => check('--github'));
    const places = out
      .split('\n')
      .flatMap((line) => /ideas\.csv,(line=\d+).*?::(.*)/.exec(line) ?? []);
    expect(places).toEqual(expect.arrayContaining(['line=1', 'line=5', 'line=7']));
    expect(out).toContain('Call it "pillar"');
  });

  it('lets no idea move the cursor of the terminal in which a plan is approved', async () => {
    const idea = 'id,text\na,One \u001B[2J\u001B]0;title\u0007more';
    const words = ['plan', '--project', folder.path];
    const { out } = await whileFileSays('ideas.csv', idea, () => affiche(words));
    expect(out).toContain('One more');
    expect(out).not.toContain('\u001B');
  });

  it('writes over nothing', async () => {
    expect(await affiche(['init', folder.path])).toMatchObject({
      code: 1,
      notes: expect.stringContaining('nothing is written over'),
    });
    await writeFile(`${folder.path}/other.csv`, 'text\nBread');
    const words = ['import', `${folder.path}/other.csv`, '--project', folder.path];
    expect(await affiche(words)).toMatchObject({
      code: 1,
      notes: expect.stringContaining('is there already'),
    });
  });

  it('approves nothing where nobody can be asked', async () => {
    const words = ['apply', '--project', folder.path, '--rehearse'];
    expect(await affiche(words)).toMatchObject({
      code: 1,
      notes: expect.stringContaining('Nobody is here to approve'),
    });
  });

  it('reads the table of a scheduling tool, and says which row it could not', async () => {
    const table = '"12/01/2026 09:05","New boots";\n31/12/2026 09:05,Old boots,\n';
    const other = `${folder.path}/bulk.csv`;
    const words = ['import', other, '--project', folder.path, '--output', 'bulk-ideas.csv'];
    await whileFileSays('bulk.csv', table.replace(';', ','), async () => {
      const unknown = await affiche([...words, '--format', 'hootsweet']);
      expect(unknown.notes).toContain('Choose among hootsuite, buffer');
      const { code, notes } = await affiche([...words, '--format', 'hootsuite']);
      expect(code).toBe(1);
      expect(notes).toContain('Row 2, date: "31/12/2026 09:05" is no time.');
    });
    expect(await readFile(`${folder.path}/bulk-ideas.csv`, 'utf8')).toContain('2026-12-01 09:05');
  });
});
