import { Command } from 'commander';
import type { Setting } from './commands/command.ts';
import { collected, count, day, port } from './option-values.ts';
import { version } from './version.ts';

// What the command understands. Each command is loaded when it is called: asking for help costs nothing.

// Longer lines are hard to read.
const widest = 100;

/** The exit code of the command that ran. */
export interface Ending {
  code: number;
}

/** Makes the command line, which tells its ending there. */
export function createProgram(setting: Setting, ending: Ending): Command {
  const { terminal } = setting;
  const program = new Command('affiche')
    .description('From a strategy in plain files to posts that are out, and the proof of return.')
    .version(version)
    .showSuggestionAfterError()
    .showHelpAfterError('("affiche --help" lists what there is)')
    // Nearly every command has options; to say so each time hides what it does.
    .configureHelp({ subcommandTerm: (command) => `${command.name()} ${argumentsOf(command)}` })
    .configureOutput({
      writeOut: (text) => terminal.say(text.trimEnd()),
      writeErr: (text) => terminal.note(text.trimEnd()),
      getOutHelpWidth: () => Math.min(terminal.columns, widest),
      getErrHelpWidth: () => Math.min(terminal.columns, widest),
    })
    // The process is not ours to end.
    .exitOverride();
  const ends = (work: Promise<number>) => work.then((code) => void (ending.code = code));
  const command = (name: string, description: string) =>
    program.command(name).description(description);
  /** A command on the project of a folder. */
  const onProject = (name: string, description: string) =>
    command(name, description)
      .option('--project <folder>', 'the folder of the project', '.')
      .option('--rehearse', 'on networks of this machine, where weeks pass in seconds')
      .option('--today <day>', 'work as on another day', day)
      .option('--json', 'for programs: one JSON value');

  program.commandsGroup('From idea to report:');
  command('init [folder]', 'start a project: asks, or takes what the options say')
    .option('--name <name>', 'whose social media it is')
    .option('--language <en|fr>', 'the language of the posts')
    .option('--zone <zone>', 'the time zone, such as Europe/Paris')
    .option(
      '--account <network:name>',
      'an account, such as bluesky:bakery.bsky.social',
      collected,
      [],
    )
    .action((folder: string | undefined, flags) =>
      ends(import('./commands/init.ts').then(({ init }) => init(folder ?? '.', flags, setting))),
    );
  onProject('check', 'say what is wrong with strategy, ideas and calendar')
    .option('--github', 'as annotations of GitHub Actions')
    .action((flags) =>
      ends(import('./commands/check.ts').then(({ check }) => check(flags, setting))),
    );
  onProject('plan', 'show what would go out when, and what changes').action((flags) =>
    ends(import('./commands/plan.ts').then(({ plan }) => plan(flags, setting))),
  );
  onProject('apply', 'approve a plan: asks, or takes the code that "plan" shows')
    .option('--approve <code>', 'the code of exactly the plan that was shown')
    .option('--by <name>', 'who approves; the user of this machine, if missing')
    .action((flags) =>
      ends(import('./commands/apply.ts').then(({ apply }) => apply(flags, setting))),
    );
  onProject('run', 'publish what comes due, until all is out or Ctrl+C').action((flags) =>
    ends(import('./commands/run.ts').then(({ run }) => run(flags, setting))),
  );
  onProject('collect', 'ask the networks what the posts achieved so far').action((flags) =>
    ends(import('./commands/run.ts').then(({ collect }) => collect(flags, setting))),
  );
  onProject('report', 'write the page for the client, and the calendar')
    .option('--output <folder>', 'where to write; "output" in the project, if missing')
    .option('--parts', 'every chart and table as a file of its own, too')
    .action((flags) =>
      ends(import('./commands/report.ts').then(({ report }) => report(flags, setting))),
    );
  onProject('best-time', 'say when to post, and how sure that is').action((flags) =>
    ends(import('./commands/best-time.ts').then(({ bestTime }) => bestTime(flags, setting))),
  );
  program.commandsGroup('While it runs:');
  onProject('status', 'say where every post stands')
    .option('--all', 'also what is out, and everything that is to come')
    .action((flags) =>
      ends(import('./commands/run.ts').then(({ status }) => status(flags, setting))),
    );
  onProject('explain <post>', 'say what happened to a post, by its idea or its id').action(
    (id: string, flags) =>
      ends(import('./commands/run.ts').then(({ explain }) => explain(id, flags, setting))),
  );
  onProject('recover', 'settle what was being sent when a worker went away').action((flags) =>
    ends(import('./commands/run.ts').then(({ recover }) => recover(flags, setting))),
  );
  for (const [name, description] of [
    ['pause', 'stop everything, a client or an account at once'],
    ['resume', 'let go on what was paused'],
  ] as const) {
    onProject(name, description)
      .option('--client <client>', 'only the accounts of a client')
      .option('--account <key>', 'only one account, such as bluesky:bakery.bsky.social')
      .option('--reason <words>', 'why')
      .option('--by <name>', 'who')
      .action((flags) =>
        ends(import('./commands/control.ts').then((control) => control[name](flags, setting))),
      );
  }
  for (const [name, description] of [
    ['cancel', 'cancel a post; a thread that is partly out is stopped'],
    [
      'retry',
      'try a post again that failed, was missed or is partly out, or is parked and not there: look first',
    ],
  ] as const) {
    onProject(`${name} <post>`, description)
      .option('--by <name>', 'who')
      .action((id: string, flags) =>
        ends(import('./commands/control.ts').then((control) => control[name](id, flags, setting))),
      );
  }
  onProject('confirm <post>', 'say that a parked post is out after all, because you looked')
    .requiredOption('--post <id>', "the network's id of the post")
    .option('--url <address>', 'where it is')
    .option('--by <name>', 'who')
    .action((id: string, flags) =>
      ends(
        import('./commands/control.ts').then(({ confirmPost }) => confirmPost(id, flags, setting)),
      ),
    );
  program.commandsGroup('Around it:');
  onProject('login <platform>', 'connect an account, in the browser where the network has that')
    .option('--account <key>', 'which one, where the strategy has several on this network')
    .option('--client-id <id>', 'the id of your application at the network')
    .action((platform: string, flags) =>
      ends(import('./commands/login.ts').then(({ login }) => login(platform, flags, setting))),
    );
  onProject('import <file>', 'turn a .csv or .ics file into ideas')
    .option('--output <file>', 'the new file; ideas.csv, if missing')
    .option('--format <tool>', 'the scheduling tool that the table is from, such as hootsuite')
    .action((file: string, flags) =>
      ends(
        import('./commands/exchange.ts').then(({ importIdeas }) =>
          importIdeas(file, flags, setting),
        ),
      ),
    );
  onProject('export <file>', 'write the approved calendar as .csv or .ics')
    .option('--format <tool>', 'the scheduling tool that the table is for, such as hootsuite')
    .action((file: string, flags) =>
      ends(
        import('./commands/exchange.ts').then(({ exportCalendar }) =>
          exportCalendar(file, flags, setting),
        ),
      ),
    );
  command('sandbox [networks...]', 'start networks on this machine, for your own tools')
    .option('--port <port>', 'the first port; any free ones, if missing', port)
    .option('--account <name>', 'an account on each of them', collected, [])
    .option('--followers <count>', 'how many simulated people follow it', count)
    .option('--state <folder>', 'where they remember; nowhere, if missing')
    .option('--json', 'for programs: one JSON value')
    .action((networks: string[], flags) =>
      ends(
        import('./commands/sandbox.ts').then(({ sandbox }) => sandbox(networks, flags, setting)),
      ),
    );
  command('move-to-postgres <url>', 'move the outbox to PostgreSQL, for more than one machine')
    .option('--project <folder>', 'the folder of the project', '.')
    .option('--schema <name>', 'the schema to make there; "affiche", if missing')
    .option('--json', 'for programs: one JSON value')
    .action((url: string, flags) =>
      ends(
        import('./commands/move-to-postgres.ts').then(({ moveToPostgres }) =>
          moveToPostgres(url, flags, setting),
        ),
      ),
    );
  onProject('mcp', 'serve the project to assistants, by the Model Context Protocol').action(
    (flags) => ends(import('./commands/mcp.ts').then(({ mcp }) => mcp(flags, setting))),
  );
  return program.addHelpCommand(
    new Command('help').argument('[command]').description('say more about a command'),
  );
}

function argumentsOf({ registeredArguments }: Command): string {
  return registeredArguments
    .map((each) =>
      each.required ? `<${each.name()}>` : `[${each.name()}${each.variadic ? '...' : ''}]`,
    )
    .join(' ');
}
