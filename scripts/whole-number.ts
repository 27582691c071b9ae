/** Reads a number from the command line; a run of nothing would look like one in which all went well. */
export function wholeNumber(option: string, written: string, least: number): number {
  const value = Number(written);
  if (/^\d+$/.test(written) && value >= least && Number.isSafeInteger(value * 2)) return value;
  return refuse(`--${option} is "${written}"; it takes a whole number from ${least} on.`);
}

/** Ends the program, because it was asked for something that it does not know. */
export function refuse(why: string): never {
  console.error(why);
  process.exit(2);
}
