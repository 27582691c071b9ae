import type { Answer } from './answers.ts';

/** One page that needs nothing but itself. */
export function page(title: string, answers: readonly Answer[]): string {
  const sections = answers.map(
    ({ question, lines }) =>
      `<section><h2>${escape(question)}</h2><ul>${lines.map((line) => `<li>${escape(line)}</li>`).join('')}</ul></section>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>
:root { color-scheme: light dark; font: 1.05rem/1.6 system-ui, sans-serif; }
body { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem; }
h2 { margin-top: 2.5rem; }
li { margin: 0.3rem 0; }
</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
${sections.join('\n')}
</main>
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
