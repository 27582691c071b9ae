import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { affiche, bakery, emptyFolder } from './command-line.ts';

interface PlannedJson {
  readonly publication: { readonly account: { platform: string }; readonly options: unknown };
}

describe('affiche, from an empty folder to a report', () => {
  it('plans, approves, publishes, explains and reports on networks of this machine', async () => {
    await using folder = await emptyFolder();
    await bakery(folder.path);
    const here = ['--project', folder.path, '--rehearse'];

    const checked = await affiche(['check', ...here]);
    expect(checked).toMatchObject({ code: 0, notes: '' });
    const shown = await affiche(['plan', ...here]);
    expect(shown.out).toContain('Plan: 16 to create, 0 to change');
    const { approval } = JSON.parse((await affiche(['plan', ...here, '--json'])).out);
    expect(shown.out).toContain(`affiche apply --rehearse --approve ${approval}`);

    // Nothing goes out before it is approved, and nobody approves by guessing.
    expect((await affiche(['run', ...here])).out).toBe('Nothing is planned yet.');
    expect(await affiche(['apply', ...here, '--approve', 'a guess'])).toMatchObject({
      code: 1,
      notes: expect.stringContaining('does not approve the plan'),
    });
    const applied = await affiche(['apply', ...here, '--approve', approval, '--by', 'Ana']);
    expect(applied.out).toContain('Approved by Ana: 16 changes');

    // What was approved stays where it is; what is new is planned around it.
    const ideas = `${folder.path}/ideas.csv`;
    await writeFile(ideas, `${await readFile(ideas, 'utf8')}late,craft,,One more thing,,,,,,,\n`);
    const again = JSON.parse((await affiche(['plan', ...here, '--json'])).out);
    expect(again.counts).toMatchObject({ create: 2, keep: 16, reschedule: 0 });
    await affiche(['apply', ...here, '--approve', again.approval, '--by', 'Ben']);
    expect((await affiche(['run', ...here])).out).toBe('18 published.');

    const { publications } = JSON.parse((await affiche(['status', ...here, '--json'])).out);
    const [first] = publications;
    const told = await affiche(['explain', first.id, ...here]);
    expect(told.out).toContain('Ana approved the plan');
    expect(told.out).toContain(first.posts[0].url);
    // A person knows the idea; it has a post on each network.
    const ofIdea = await affiche(['explain', 'late', ...here]);
    expect(ofIdea.out.match(/Ben approved the plan/g)).toHaveLength(2);
    expect(await affiche(['cancel', 'late', ...here])).toMatchObject({
      code: 1,
      notes: expect.stringMatching(/"late" means 2 posts.*\(bluesky fournil.bsky.social\) or/s),
    });

    const reported = await affiche(['report', ...here, '--parts']);
    expect(reported.out).toMatch(/300 reactions, replies and shares: \d+ of 300/);
    const output = `${folder.path}/output/rehearsal`;
    expect(await readFile(`${output}/report.html`, 'utf8')).toContain('Fournil');
    expect(await readdir(output)).toEqual(
      expect.arrayContaining(['report.html', 'scorecard.csv', 'scorecard.json', 'followers.png']),
    );
    expect((await affiche(['best-time', ...here])).out).toMatch(/From 20 posts|Your posts do/);
  }, 60_000);

  it('takes options of single networks from columns and from front matter, and hands them on', async () => {
    await using folder = await emptyFolder();
    await bakery(folder.path);
    const here = ['--project', folder.path, '--rehearse'];
    const columns = 'text,mastodon.visibility,mastodon.sensitive,mastodon.focus\n';
    await writeFile(`${folder.path}/other.csv`, `${columns}Bread,unlisted,yes,"[[0.5,0]]"\n`);
    await rm(`${folder.path}/ideas.csv`);
    const imported = await affiche(['import', `${folder.path}/other.csv`, ...here]);
    expect(imported).toMatchObject({ code: 0, notes: '' });
    const options = async () => {
      const { changes } = JSON.parse((await affiche(['plan', ...here, '--json'])).out);
      return Object.fromEntries(
        changes.map(({ publication: { account, options: given } }: PlannedJson) => [
          account.platform,
          given,
        ]),
      );
    };
    const wanted = { visibility: 'unlisted', sensitive: true, focus: [[0.5, 0]] };
    expect(await options()).toEqual({ bluesky: {}, mastodon: wanted });
    await rm(`${folder.path}/ideas.csv`);
    await mkdir(`${folder.path}/ideas`);
    const meta = 'mastodon:\n  visibility: unlisted\n  sensitive: true\n  focus: [[0.5, 0]]';
    await writeFile(`${folder.path}/ideas/bread.md`, `---\n${meta}\n---\n\nBread\n`);
    expect(await options()).toEqual({ bluesky: {}, mastodon: wanted });
  });

  it('stops everything at once, durably, and lets it go on', async () => {
    await using folder = await emptyFolder();
    await bakery(folder.path);
    const here = ['--project', folder.path, '--rehearse'];
    const { approval } = JSON.parse((await affiche(['plan', ...here, '--json'])).out);
    await affiche(['apply', ...here, '--approve', approval]);
    const paused = await affiche(['pause', ...here, '--reason', 'a fire', '--by', 'Ana']);
    expect(paused.out).toContain(
      'Nothing more of it goes out until it is resumed:\n  affiche resume --rehearse',
    );
    const { out } = await affiche(['status', ...here]);
    expect(out).toContain('Paused: everything, by Ana');
    expect(out).toContain('16 planned.');
    // Who stops the wrong thing in a hurry must hear it.
    const slip = await affiche(['pause', ...here, '--account', 'bluesky:fournl.bsky.social']);
    expect(slip).toMatchObject({
      code: 1,
      notes: expect.stringContaining('Did you mean bluesky:fournil.bsky.social?'),
    });
    expect((await affiche(['resume', ...here])).code).toBe(0);
    expect((await affiche(['resume', ...here])).out).toBe('Not paused: everything.');
    const [{ id }] = JSON.parse((await affiche(['status', ...here, '--json'])).out).publications;
    expect((await affiche(['cancel', id.slice(0, 8), ...here])).out).toMatch(/: done\.$/);
    expect(await affiche(['cancel', 'nobody', ...here])).toMatchObject({ code: 1 });
    expect(await affiche(['explain', 'nobody', ...here])).toMatchObject({ code: 1 });
  }, 60_000);
});
