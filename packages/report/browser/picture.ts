import { writeFileSync } from 'node:fs';
import { renderReport } from '@affiche/report';
import type { Browser } from 'playwright-core';
import { bakery } from '../test/bakery.ts';
import { launchChromium, openReport, type Screen } from './chromium.ts';

// The picture of the README: a report on a desk and on a phone.
const output = process.argv[2] ?? 'docs/report.png';
const html = renderReport(bakery());

await using browser = await launchChromium();
const desk = await capture(browser, { width: 1440, scheme: 'light' }, { height: 1560 });
const times = await capture(browser, { width: 1440, scheme: 'light' }, '#best-times .sheet');
const phone = await capture(browser, { width: 390, scheme: 'dark' }, { height: 800 });

const scene = await browser.newPage({ viewport: { width: 1600, height: 1060 } });
await scene.setContent(`<!doctype html><style>
  body{margin:0;height:1060px;position:relative;overflow:hidden;background:#e9dfce}
  img{position:absolute;border-radius:10px;box-shadow:0 18px 50px -12px rgb(50 30 10/.45)}
</style>
<img src="${desk}" width="960" style="left:56px;top:56px">
<img src="${times}" width="580" style="left:652px;top:560px">
<img src="${phone}" width="300" style="left:1244px;top:120px;border-radius:30px;border:8px solid #14110f">`);
writeFileSync(output, await scene.screenshot());

async function capture(
  browser: Browser,
  screen: Screen,
  part: string | { readonly height: number },
) {
  await using report = await openReport(browser, html, screen);
  const bytes =
    typeof part === 'string'
      ? await report.page.locator(part).screenshot()
      : await report.page.screenshot({
          fullPage: true,
          clip: { x: 0, y: 0, width: screen.width, height: part.height },
        });
  return `data:image/png;base64,${bytes.toString('base64')}`;
}
