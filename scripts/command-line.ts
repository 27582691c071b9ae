/** Somebody asked a program for something that it does not know. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Reads what was written after the name of a program, or says what is wrong with it and ends. */
export function readCommandLine<Options>(
  read: (written: readonly string[]) => Options,
  written: readonly string[] = process.argv.slice(2),
): Options {
  try {
    return read(written);
  } catch (error) {
    if (!(error instanceof Refusal) && !isUnreadable(error)) throw error;
    console.error(error.message);
    return process.exit(2);
  }
}

/** Whether there is no such option, or its value is missing. */
function isUnreadable(error: unknown): error is Error {
  if (!(error instanceof TypeError) || !('code' in error)) return false;
  return typeof error.code === 'string' && error.code.startsWith('ERR_PARSE_ARGS');
}

/** Reads a number; a run of nothing would look like one in which all went well. */
export function wholeNumber(option: string, written: string, least: number): number {
  const value = Number(written);
  if (/^\d+$/.test(written) && value >= least && Number.isSafeInteger(value * 2)) return value;
  throw new Refusal(`--${option} is "${written}"; it takes a whole number from ${least} on.`);
}

/** Reads one of several names. */
export function oneOf<Name extends string>(
  option: string,
  written: string,
  names: readonly Name[],
): Name {
  const name = names.find((each) => each === written);
  if (name !== undefined) return name;
  throw new Refusal(`No ${option} called "${written}". There are: ${names.join(', ')}.`);
}
