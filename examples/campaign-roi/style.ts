/** The look of the page: light, dark and printed. */
export const style = `
:root {
  color-scheme: light; --ground: #f7f5f0; --sheet: #fff; --ink: #22262b; --quiet: #5b626b; --line: #dcd8ce; --accent: #254d8f;
  font: 1rem/1.6 system-ui, sans-serif; color: var(--ink); background: var(--ground);
}
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --ground: #14171b; --sheet: #1d2126; --ink: #eceef0; --quiet: #aab2bb; --line: #3a4149; --accent: #254d8f; }
}
body { margin: 0; background: var(--ground); }
header { background: var(--accent); color: #fff; }
h1, main { max-width: 64rem; margin: 0 auto; padding: 2.5rem 1rem; }
h1, h2 { font-family: Georgia, serif; line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(2rem, 6vw, 3rem); }
main { display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); align-items: start; padding-block: 1.25rem; }
section { background: var(--sheet); border: 1px solid var(--line); border-radius: 0.5rem; padding: 1.25rem; break-inside: avoid; }
h2 { margin: 0 0 0.75rem; font-size: 1.25rem; }
dl { margin: 0; font-variant-numeric: tabular-nums; }
dl div { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5rem; padding: 0.375rem 0; border-bottom: 1px solid var(--line); }
dt { font-weight: 600; }
dt::first-letter { text-transform: uppercase; }
dd { margin: 0; }
p { margin: 0.75rem 0 0; color: var(--quiet); }
@media print { body, header { background: none; color: inherit; } h1 { padding: 0; } }
`;
