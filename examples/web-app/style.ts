/** The one style sheet: light and dark by custom properties, one column on a phone and two on a desk. */
export const style = `
:root {
  color-scheme: light;
  --ground: #f6f5f1; --sheet: #fff; --ink: #1d2421; --quiet: #59625d; --line: #d9d8d0;
  --accent: #0b6b57; --on-accent: #fff; --wrong: #a8281c;
  font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground);
}
@media (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --ground: #141816; --sheet: #1d2320; --ink: #eceee9; --quiet: #a9b2ad; --line: #39423d;
    --accent: #6fd3b8; --on-accent: #0c1f19; --wrong: #ff9d8f;
  }
}
body { margin: 0; background: var(--ground); }
main:focus { outline: none; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: 0.5rem 1rem; background: var(--sheet); }
.skip:focus { top: 0.5rem; }
header { border-bottom: 1px solid var(--line); background: var(--sheet); }
header p, main { max-width: 64rem; margin: 0 auto; padding: 1rem; }
header p { font-weight: 700; letter-spacing: 0.02em; }
header a { color: inherit; text-decoration: none; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 1rem 0; }
h2 { font-size: 1.125rem; margin: 0 0 0.75rem; }
a { color: var(--accent); }
.desk { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); align-items: start; }
.sheet { background: var(--sheet); border: 1px solid var(--line); border-radius: 0.75rem; padding: 1.25rem; }
label, legend { font-weight: 600; }
label { display: block; margin-top: 1rem; }
label.choice { font-weight: 400; margin: 0.5rem 0; }
fieldset { margin: 1.25rem 0 0; border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.25rem 1rem; }
textarea, input[type='datetime-local'] {
  width: 100%; box-sizing: border-box; margin-top: 0.25rem; padding: 0.5rem 0.625rem;
  font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--quiet); border-radius: 0.375rem;
}
input[type='checkbox'] { width: 1.5rem; height: 1.5rem; vertical-align: middle; margin-right: 0.5rem; accent-color: var(--accent); }
button {
  margin: 1.25rem 1rem 0 0; padding: 0.625rem 1.25rem; font: inherit; font-weight: 600; cursor: pointer;
  color: var(--on-accent); background: var(--accent); border: 0; border-radius: 0.375rem;
}
button:disabled { color: var(--quiet); background: var(--line); cursor: not-allowed; }
button.risky { color: var(--wrong); background: none; border: 1px solid currentcolor; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.versions { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); gap: 1rem; align-items: start; }
article { border: 1px solid var(--line); border-radius: 0.5rem; background: var(--ground); padding: 0 1rem; margin-bottom: 0.75rem; }
/* The line breaks of a post are its author's. */
.post, pre { white-space: pre-wrap; overflow-wrap: anywhere; }
pre { font-size: 0.8125rem; }
.note { font-size: 0.875rem; color: var(--quiet); }
article .note { text-align: end; border-top: 1px solid var(--line); padding-top: 0.5rem; margin-bottom: 0.5rem; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { text-align: start; padding: 0.5rem 0.5rem 0.5rem 0; border-bottom: 1px solid var(--line); }
th { font-size: 0.875rem; color: var(--quiet); }
tr:last-child td { border-bottom: 0; }
[role='status'] { border-inline-start: 4px solid var(--accent); padding-inline-start: 1rem; }
[role='alert'] { border-inline-start: 4px solid var(--wrong); padding-inline-start: 1rem; }
`;
