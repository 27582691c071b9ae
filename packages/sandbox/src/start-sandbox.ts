import { type Clock, instant, seededRandom, systemClock } from '@affiche/core';
import { type Audience, audienceOf } from './audience/audience.ts';
import { AudienceProfile } from './audience/profile.ts';
import { type Database, openDatabase } from './database.ts';
import { faultDeck } from './faults/fault-plan.ts';
import { listen } from './http/listener.ts';
import type { Network } from './http/network.ts';
import { pipeline } from './http/pipeline.ts';
import { readNote } from './notes.ts';
import type {
  NewAccount,
  Sandbox,
  SandboxAccount,
  SandboxOptions,
  SandboxPost,
} from './sandbox.ts';

/** What every part of a server works with. */
export interface SandboxContext<Settings> {
  readonly database: Database;
  readonly clock: Clock;
  readonly seed: string;
  readonly settings: Settings;
  readonly audience: Audience;
  /** How the world knows the server; known once it listens. */
  readonly url: () => string;
}

/** What makes a server one of its network. */
export interface SandboxKind<Settings> {
  readonly tables: string;
  readonly settings: Settings;
  readonly audience: AudienceProfile;
  readonly network: (context: SandboxContext<Settings>) => Network;
  readonly createAccount: (
    context: SandboxContext<Settings>,
    account: NewAccount,
  ) => SandboxAccount;
  readonly posts: (context: SandboxContext<Settings>, accountId: string) => SandboxPost[];
}

/** Opens the state, listens, and puts the two together. */
export async function startSandbox<Settings>(
  kind: SandboxKind<Settings>,
  options: SandboxOptions<Settings>,
): Promise<Sandbox<Settings>> {
  const {
    clock = systemClock(),
    seed = 'affiche',
    port = 0,
    file,
    publicUrl,
    audience = {},
  } = options;
  const profile = AudienceProfile.parse({ ...kind.audience, ...audience });
  const database = openDatabase(file, kind.tables);
  const settings: Settings = { ...kind.settings, ...options.settings };
  const faults = faultDeck(seededRandom(`${seed} faults`));
  let url = '';
  const context: SandboxContext<Settings> = {
    database,
    clock,
    seed,
    settings,
    audience: audienceOf(profile, seed),
    url: () => publicUrl ?? url,
  };
  const respond = pipeline(kind.network(context), { database, faults });
  const listener = await listen(port, respond).catch((error: unknown) => {
    database.close();
    throw error;
  });
  ({ url } = listener);

  async function close(): Promise<void> {
    await listener.close();
    database.close();
  }

  return {
    url,
    host: new URL(url).host,
    faults,
    settings,
    get lastActivityAt() {
      const at = readNote(database, 'last-activity');
      return at === undefined ? undefined : instant(Number(at));
    },
    createAccount: (account) => database.transaction(() => kind.createAccount(context, account)),
    posts: (accountId) => database.transaction(() => kind.posts(context, accountId)),
    close,
    [Symbol.asyncDispose]: close,
  };
}
