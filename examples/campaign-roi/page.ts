import type { Answer } from './answers.ts';
import { style } from './style.ts';

/** One page that needs nothing but itself. */
export function page(title: string, answers: readonly Answer[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<header><h1>${escape(title)}</h1></header>
<main>
${answers.map(section).join('\n')}
</main>
</body>
</html>
`;
}

/** Figures by name stand in a list; what is said about them stands under it, in sentences. */
function section({ question, lines }: Answer): string {
  const figures = lines
    .map((line) => figure.exec(line)?.groups)
    .filter((groups) => groups !== undefined);
  const remarks = lines.filter((line) => !figure.test(line));
  return `<section>
<h2>${escape(question)}</h2>
<dl>${figures.map(({ name = '', rest = '' }) => `<div><dt>${escape(name)}</dt><dd>${escape(rest)}</dd></div>`).join('')}</dl>
${remarks.map((line) => `<p>${escape(line)}</p>`).join('\n')}
</section>`;
}

const figure = /^(?<name>[^:.]{1,40}): (?<rest>.+)$/s;

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
