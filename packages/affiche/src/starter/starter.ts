import { slugOf, type StarterAnswers } from './starter-answers.ts';
import { starterIdeas } from './starter-ideas.ts';
import { starterStrategy } from './starter-strategy.ts';

/** The files of a new project, by name. */
export function starterFiles(answers: StarterAnswers): Readonly<Record<string, string>> {
  return {
    'strategy.yaml': starterStrategy(answers),
    'ideas.csv': starterIdeas(answers),
    'affiche.config.ts': config(answers),
    'package.json': manifest(answers),
    '.gitignore': '.affiche\nnode_modules\noutput\n',
    'README.md': readme(answers),
  };
}

function config({ accounts }: StarterAnswers): string {
  const platforms = [...new Set(accounts.map(({ platform }) => platform))].toSorted();
  return [
    ...platforms.map((id) => `import { ${factory(id)} } from '@affiche/platforms/${id}';`),
    "import { defineConfig } from 'affiche';",
    '',
    'export default defineConfig({',
    ...(platforms.length > 4
      ? ['  platforms: [', ...platforms.map((id) => `    ${factory(id)}(),`), '  ],']
      : [`  platforms: [${platforms.map((id) => `${factory(id)}()`).join(', ')}],`]),
    '});',
    '',
  ].join('\n');
}

/** `google-business-profile` is made by `googleBusinessProfile`. */
function factory(id: string): string {
  return id.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function manifest({ name }: StarterAnswers): string {
  const slug = slugOf(name);
  return `${JSON.stringify(
    {
      name: `${slug}-social`,
      private: true,
      type: 'module',
      dependencies: { '@affiche/platforms': '^0.1.0', affiche: '^0.1.0' },
    },
    null,
    2,
  )}\n`;
}

function readme({ name }: StarterAnswers): string {
  return `# ${name}: social media

- \`strategy.yaml\`: who we talk to, why, about what, how often, with which money.
- \`ideas.csv\`: what there is to say, a row for each idea.
- \`affiche.config.ts\`: the networks.

| Command                    | Does                                                      |
| -------------------------- | --------------------------------------------------------- |
| \`affiche check\`            | says what is wrong, and how to mend it                    |
| \`affiche plan\`             | shows what would go out when                              |
| \`affiche apply\`            | approves exactly that                                     |
| \`affiche run\`              | publishes what comes due                                  |
| \`affiche report\`           | writes the page for the client                            |

With \`--rehearse\` each of them works on networks that run on this machine, and weeks pass in seconds.
`;
}
