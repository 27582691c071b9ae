/** The one style sheet. */
export const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 50rem; margin: 0 auto; padding: 1rem; }
label, legend { font-weight: 600; }
label { display: block; margin-top: 1rem; }
label.choice { font-weight: 400; margin: 0.25rem 0; }
fieldset { margin-top: 1rem; border: 1px solid; }
textarea, input[type='datetime-local'] { width: 100%; box-sizing: border-box; font: inherit; }
input[type='checkbox'] { width: 1.5rem; height: 1.5rem; vertical-align: middle; }
button { margin: 1rem 0; padding: 0.5rem 1rem; font: inherit; }
.versions { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 1rem; }
article { border: 1px solid; border-radius: 0.5rem; padding: 0 1rem; margin-bottom: 0.5rem; }
article p, pre { white-space: pre-line; overflow-wrap: anywhere; }
.note { font-size: 0.875rem; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: start; padding: 0.25rem; border-bottom: 1px solid; }
`;
