import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Application, PageEvent } from 'typedoc';
import { readPackages } from './packages.ts';

// What the theme of TypeDoc leaves out: names of regions, for people who go from one to the next with a
// screen reader, and pages where links to READMEs would open a bare file.

/** A plugin of TypeDoc that mends every page it writes. */
export function mendPages({ renderer }: Pick<Application, 'renderer'>): void {
  renderer.on(PageEvent.END, (page) => {
    if (page.contents === undefined) return;
    const files = page.project.files.getNameToAbsoluteMap();
    page.contents = page.contents
      .replace('class="col-content"', 'class="col-content" role="main"')
      .replace('class="page-menu"', 'class="page-menu" role="complementary" aria-label="This page"')
      .replace(
        '<nav class="tsd-navigation">',
        '<nav class="tsd-navigation" aria-label="All pages">',
      )
      // A table that scrolls can be scrolled by keyboard, too.
      .replaceAll('<table>', '<table tabindex="0">')
      .replaceAll(
        /href="(?<up>[^"]*)media\/(?<name>README[^"]*)"/g,
        (link, up: string, name: string) => {
          const module = modules.get(dirname(files.get(name) ?? ''));
          return module === undefined ? link : `href="${up}modules/${module}.html"`;
        },
      );
  });
}

/** From the folder of a package to its page; a package without a main entry has none. */
const modules: ReadonlyMap<string, string> = new Map(
  readPackages()
    .filter(({ directory }) => existsSync(`${directory}/src/index.ts`))
    .map(({ directory, manifest }) => [
      `${process.cwd()}/${directory}`,
      manifest.name.replaceAll(/[@/]/g, '_'),
    ]),
);
