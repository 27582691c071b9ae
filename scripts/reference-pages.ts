import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  type Application,
  DefaultTheme,
  IndexEvent,
  type NavigationElement,
  PageEvent,
  RendererEvent,
} from 'typedoc';
import { readPackages } from './packages.ts';

// What the theme of TypeDoc leaves out: names of regions and a way past the navigation, for people who go
// about with a screen reader or a keyboard, and pages where links to READMEs would open a bare file.

/** A plugin of TypeDoc that mends every page it writes, and the list of all pages. */
export function mendPages({ renderer }: Pick<Application, 'renderer'>): void {
  renderer.on(RendererEvent.BEGIN, () => {
    const { theme } = renderer;
    if (!(theme instanceof DefaultTheme)) return;
    const all = theme.getNavigation.bind(theme);
    theme.getNavigation = (project) => all(project).map(withOwnPageInside);
  });
  // Whoever searches in words of their own looks for a guide, not for the name of a type.
  renderer.on(IndexEvent.PREPARE_INDEX, ({ searchFieldWeights }) => {
    searchFieldWeights['document'] = 100;
  });
  renderer.on(PageEvent.END, (page) => {
    if (page.contents === undefined) return;
    const files = page.project.files.getNameToAbsoluteMap();
    page.contents = page.contents
      .replace('<body>', '<body><a class="skip" href="#content">Skip to the page</a>')
      .replace('class="col-content"', 'class="col-content" id="content" tabindex="-1" role="main"')
      .replace('class="page-menu"', 'class="page-menu" role="complementary" aria-label="This page"')
      .replace(
        '<nav class="tsd-navigation">',
        '<nav class="tsd-navigation" aria-label="All pages">',
      )
      // The names of groups fold them: no link fits into a button.
      .replaceAll(
        /(?<group><summary(?:(?!<\/summary>).)*?)<a [^>]*tsd-anchor-icon.*?<\/a>/gs,
        '$<group>',
      )
      .replace('media/report.png"', 'media/report.png" width="1600" height="1060"')
      .replace('media/concepts.svg"', 'media/concepts.svg" width="1040" height="330"')
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

// An entry that opens and is a link at once leaves half of it to nobody with a screen reader: the page of
// its own becomes the first of those that it holds.
function withOwnPageInside(element: NavigationElement): NavigationElement {
  if (!element.children) return element;
  const { path, kind, icon, children, ...folder } = element;
  const inside = children.map(withOwnPageInside);
  if (path === undefined) return { ...element, children: inside };
  const own = { text: 'Overview', path, ...(kind && { kind }), ...(icon && { icon }) };
  return { ...folder, children: [own, ...inside] };
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
