import manifest from '../package.json' with { type: 'json' };

/** The version of this package, and of all that belong to it. */
export const version: string = manifest.version;
