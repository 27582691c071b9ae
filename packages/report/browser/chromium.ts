import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The machine's own Chromium; `CHROMIUM` names it where it is elsewhere. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: flags,
  });
}

/** What a page said and asked for while it was open. */
export interface OpenPage extends AsyncDisposable {
  readonly page: Page;
  readonly messages: readonly string[];
  readonly requests: readonly string[];
}

/** How a reader's screen is. */
export interface Screen {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

/** Opens a page from a file, as a client would who got it by mail. */
export async function openReport(
  browser: Browser,
  html: string,
  { width, scheme }: Screen,
): Promise<OpenPage> {
  const folder = mkdtempSync(join(tmpdir(), 'affiche-report-'));
  const file = join(folder, 'report.html');
  writeFileSync(file, html);
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
  const messages: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  return {
    page,
    messages,
    requests,
    async [Symbol.asyncDispose]() {
      await page.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const axeOptions: RunOptions = {
  resultTypes: ['violations'],
  rules: { 'target-size': { enabled: true } },
};

/** What axe finds wrong, one line each. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  // Through the debugger, because the page's own policy allows no script.
  await page.evaluate(axe);
  const results = (await page.evaluate(
    `axe.run(document, ${JSON.stringify(axeOptions)})`,
  )) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary ?? ''}`),
  );
}
