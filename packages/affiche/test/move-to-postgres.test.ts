import { mkdir } from 'node:fs/promises';
import { Publication, systemClock, wallTimeAt } from '@affiche/core';
import { createPublisher, memoryVault, sqliteOutbox } from '@affiche/publish';
import { modelNetwork, modelPlatform } from '@affiche/publish/conformance';
import { postgresOutbox } from '@affiche/publish/postgres';
import { expect, it } from 'vitest';
import { postgresDatabase } from '../../publish/test/postgres-database.ts';
import { affiche, bakery, emptyFolder } from './command-line.ts';

it(
  'moves what is pending, once, and says what to configure without the password',
  { timeout: 60_000 },
  async () => {
    await using folder = await emptyFolder();
    await bakery(folder.path);
    const url = await postgresDatabase();
    const move = () =>
      affiche(['move-to-postgres', url, '--project', folder.path, '--schema', 'bakery']);
    expect((await move()).notes).toMatch(/remembers no publications/);

    await approveOne(`${folder.path}/.affiche`);
    const { code, out, notes } = await move();
    expect([code, notes]).toEqual([0, '']);
    expect(out).toContain('Moved 1 publication ');
    expect(out).toMatch(/outbox: postgresOutbox\('postgresql:.*, \{ schema: 'bakery' \}\)/);
    expect(out).not.toContain('planted-secret');

    const outbox = await postgresOutbox(url, { schema: 'bakery' }).open({ clock: systemClock() });
    expect(await outbox.list({})).toMatchObject([{ state: 'planned' }]);
    await outbox.close();
    const again = await move();
    expect(again.code).not.toBe(0);
    expect(again.notes).toContain('has publications already');
  },
);

/** A post a day from now, approved with the outbox that a project starts with. */
async function approveOne(state: string): Promise<void> {
  await mkdir(state, { recursive: true });
  const clock = systemClock();
  const publisher = createPublisher({
    platforms: [modelPlatform(modelNetwork({ clock, recognition: 'lookup' }))],
    outbox: sqliteOutbox(`${state}/outbox.db`),
    vault: memoryVault(),
  });
  const tomorrow = new Date(clock.now() + 86_400_000).toISOString();
  const galette = Publication.parse({
    id: 'galette',
    draft: { id: 'galette', items: [{ text: 'The galette is back.' }] },
    account: { platform: 'model', id: 'bakery' },
    at: wallTimeAt(tomorrow, 'Europe/Paris'),
  });
  await publisher.apply(await publisher.plan([galette]), { approvedBy: 'client' });
  await publisher.close();
}
