import { nearest } from '@affiche/core';

/** What is wrong with a configuration, and how to mend it. */
export interface ConfigProblem {
  readonly message: string;
  readonly hint: string;
}

const usual = 'It should say: export default defineConfig({ platforms: [bluesky()] });';
const texts = ['strategy', 'ideas', 'images', 'history', 'books', 'state'];
const known = [...texts, 'platforms', 'outbox', 'vault', 'theme'];

/** Finds what would otherwise end in words for programmers, or in nothing at all. */
export function configProblem(config: unknown): ConfigProblem | undefined {
  if (!isObject(config) || !('platforms' in config)) {
    return { message: 'exports no configuration with platforms', hint: usual };
  }
  if (!Array.isArray(config['platforms']) || config['platforms'].length === 0) {
    return { message: 'names no platform', hint: usual };
  }
  return strangeKey(config) ?? wrongText(config) ?? wrongPart(config) ?? wrongPlatform(config);
}

function strangeKey(config: object): ConfigProblem | undefined {
  const strange = Object.keys(config).find((key) => !known.includes(key));
  if (strange === undefined) return undefined;
  const meant = nearest(strange, known);
  return {
    message: `has "${strange}", which is nothing that can be configured`,
    hint: meant === undefined ? `There are ${known.join(', ')}.` : `Did you mean "${meant}"?`,
  };
}

function wrongText(config: Readonly<Record<string, unknown>>): ConfigProblem | undefined {
  const wrong = texts.find((key) => !['string', 'undefined'].includes(typeof config[key]));
  if (wrong === undefined) return undefined;
  return {
    message: `has for "${wrong}" a ${typeof config[wrong]}, where the name of a file or folder is needed`,
    hint: `Write it in quotes, or leave "${wrong}" out.`,
  };
}

function wrongPart({
  outbox,
  vault,
}: Readonly<Record<string, unknown>>): ConfigProblem | undefined {
  if (outbox !== undefined && !(isObject(outbox) && 'open' in outbox)) {
    return {
      message: 'has for "outbox" something that is no outbox',
      hint: "Write postgresOutbox('postgresql://…') of @affiche/publish/postgres, or leave it out.",
    };
  }
  if (vault !== undefined && !(isObject(vault) && 'read' in vault)) {
    return {
      message: 'has for "vault" something that is no vault',
      hint: 'Write environmentVault() of @affiche/publish, or leave it out.',
    };
  }
  return undefined;
}

function wrongPlatform({
  platforms,
}: Readonly<Record<string, unknown>>): ConfigProblem | undefined {
  const seen = new Set<unknown>();
  for (const [index, platform] of (platforms as readonly unknown[]).entries()) {
    const place = `has as platform ${index + 1}`;
    if (typeof platform === 'function') {
      return {
        message: `${place} the function ${platform.name}, which was not called`,
        hint: `Write ${platform.name}() with its brackets.`,
      };
    }
    if (!isObject(platform) || !('compile' in platform)) {
      const named = typeof platform === 'string' ? `the word "${platform}"` : String(platform);
      return { message: `${place} ${named}, which is no adapter of a network`, hint: usual };
    }
    if (seen.has(platform['id'])) {
      return {
        message: `names ${String(platform['id'])} twice`,
        hint: 'One adapter serves all accounts of a network.',
      };
    }
    seen.add(platform['id']);
  }
  return undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Why a configuration cannot be run, for the reasons that people meet first. */
export function importProblem(cause: unknown, networks: readonly string[]): ConfigProblem {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  const [why = ''] = error.message.split('\n');
  const [, subpath] = /Package subpath '\.\/([^']+)'.*@affiche.platforms/.exec(why) ?? [];
  if (subpath !== undefined) {
    const meant = nearest(subpath, networks);
    return {
      message: `imports "@affiche/platforms/${subpath}", and there is no such network`,
      hint: meant
        ? `Did you mean "@affiche/platforms/${meant}"?`
        : `There are ${networks.join(', ')}.`,
    };
  }
  const [, missing] = /Cannot find package '([^']+)'/.exec(why) ?? [];
  if (missing !== undefined) {
    return {
      message: `imports ${missing}, which is not installed`,
      hint: `Call "npm install" in the folder of the project; if ${missing} is not in its package.json, "npm install ${missing}".`,
    };
  }
  const [, line] = /affiche\.config\.ts[^:\s]*:(\d+)/.exec(error.stack ?? '') ?? [];
  return {
    message: `cannot be run${line === undefined ? '' : ` (line ${line})`}: ${why}`,
    hint: usual,
  };
}
