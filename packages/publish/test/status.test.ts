import type { PublicationStatus } from '@affiche/publish';
import { expect, it } from 'vitest';
import { approve, bench, publication } from './bench.ts';

it('tells of a page as of the whole, and counts what is on no page', async () => {
  const { publisher } = bench();
  await approve(
    publisher,
    Array.from({ length: 7 }, (_, index) =>
      // Some are due at the same moment.
      publication(`p${index}`, { at: `2027-01-04T08:0${index % 3}:00Z`, texts: ['a', 'b'] }),
    ),
  );
  await publisher.run({ until: '2027-01-04T08:01:30Z' });
  const whole = await publisher.status();
  expect(whole.counts).toMatchObject({ published: 5, planned: 2 });
  expect(whole.publications.flatMap(({ posts }) => posts)).toHaveLength(10);
  for (const limit of [1, 2, 3, 7]) {
    const told: PublicationStatus[] = [];
    while (told.length < whole.publications.length) {
      const after = told.at(-1);
      const page = await publisher.status({ limit, ...(after && { after }) });
      expect(page.counts).toEqual(whole.counts);
      told.push(...page.publications);
    }
    expect(told).toEqual(whole.publications);
  }
  const planned = await publisher.status({ states: ['planned'], limit: 0 });
  expect(planned).toMatchObject({ publications: [], counts: { planned: 2, published: 0 } });
  await publisher.close();
});
