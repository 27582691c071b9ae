import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simulatedClock } from '@affiche/core';
import { createAdaptorServer } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accessibilityFindings,
  launchChromium,
} from '../../../packages/report/browser/chromium.ts';
import { pageFaults } from '../../../packages/report/browser/page-faults.ts';
import { createApp } from '../app.ts';
import { openStudio } from '../studio.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
});

async function openApp({ width, scheme }: { width: number; scheme: 'light' | 'dark' }) {
  const clock = simulatedClock({ start: '2027-01-04T08:00:00Z', automatic: true });
  const studio = await openStudio({ clock });
  const server = createAdaptorServer({ fetch: createApp(studio).fetch });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
  await page.goto(`http://localhost:${port}/`);
  return {
    page,
    studio,
    async [Symbol.asyncDispose]() {
      await page.close();
      server.close();
      await studio[Symbol.asyncDispose]();
    },
  };
}

describe.each([
  { width: 360, scheme: 'dark' },
  { width: 768, scheme: 'light' },
  { width: 1440, scheme: 'dark' },
] as const)('the studio on a $scheme screen of $width pixels', (screen) => {
  it('composes, previews each network, schedules, publishes and says so', async () => {
    await using app = await openApp(screen);
    const { page, studio } = app;
    const passes = async () => {
      expect(await accessibilityFindings(page)).toEqual([]);
      expect(await pageFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(screen.width);
    };
    await passes();

    await page.getByLabel('What to say').fill('Galette! <b>Almonds</b> and a bean. '.repeat(10));
    await page.getByLabel('When').fill('2027-01-05T07:30');
    await page.getByRole('button', { name: 'Preview' }).click();
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      'Bluesky',
      'Mastodon',
    ]);
    expect(await page.getByText('<b>Almonds</b>').count()).toBeGreaterThan(1);
    expect(await page.locator('article').count()).toBe(3);
    await passes();

    await page.getByRole('link', { name: 'Change it' }).click();
    expect(await page.getByLabel('What to say').inputValue()).toContain('<b>Almonds</b>');
    await page.getByRole('button', { name: 'Preview' }).click();

    await page.getByRole('button', { name: 'Schedule exactly this' }).click();
    await page.getByRole('link', { name: 'planned' }).first().waitFor();
    expect((await studio.publisher.status()).counts.planned).toBe(2);
    await passes();

    await page.getByRole('link', { name: 'planned' }).first().click();
    await page.getByRole('button', { name: 'Cancel this post' }).click();
    await studio.publisher.run();
    await page.reload();
    expect(await page.locator('tbody a').allTextContents()).toEqual(
      expect.arrayContaining(['cancelled', 'published']),
    );
  }, 60_000);

  it('refuses a post that nobody saw like that', async () => {
    await using app = await openApp(screen);
    const { page, studio } = app;
    await page.getByLabel('What to say').fill('As it was shown');
    await page.getByLabel('When').fill('2027-01-05T07:30');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.evaluate(`document.querySelector('[name=text]').value = 'Something else'`);
    await page.getByRole('button', { name: 'Schedule exactly this' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('not the one that was approved');
    expect((await studio.publisher.status()).publications).toEqual([]);
  }, 60_000);
});
