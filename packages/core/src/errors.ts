import { redact } from './redact.ts';

const marker = Symbol.for('affiche.error');

/** What every Affiche error carries besides its code. */
export interface AfficheErrorOptions {
  /** What happened, with the field, the value and the limit where there is one. */
  readonly message: string;
  /** How to mend it. */
  readonly hint?: string;
  /** Facts for programs. Secrets are taken out before they are stored. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** The error underneath, if any. */
  readonly cause?: unknown;
}

/**
 * The root of every error the packages throw. Data problems are findings or statuses;
 * an exception is a broken program or failed I/O.
 */
export class AfficheError<Code extends string = string> extends Error {
  override readonly name: string = 'AfficheError';
  /** A literal to branch on, such as `platform-retired`. */
  readonly code: Code;
  /** How to mend it. */
  readonly hint: string | undefined;
  /** Facts for programs, without secrets. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: Code, { message, hint, details = {}, cause }: AfficheErrorOptions) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.hint = hint;
    this.details = redact(details);
    Object.defineProperty(this, marker, { value: true });
  }

  /** Whether a value is an Affiche error, even one from another installed copy of the package. */
  static isInstance(value: unknown): value is AfficheError;
  /** Whether a value is an Affiche error with this code. */
  static isInstance<Code extends string>(value: unknown, code: Code): value is AfficheError<Code>;
  static isInstance(value: unknown, code?: string): boolean {
    return (
      value instanceof Error &&
      marker in value &&
      (code === undefined || ('code' in value && value.code === code))
    );
  }
}

/** A value, file or option that the caller must mend before anything can run. */
export class ConfigurationError<Code extends string = string> extends AfficheError<Code> {
  override readonly name = 'ConfigurationError';
}

/** A network said no, or could not be reached. `details.failure` is a {@link Failure}. */
export class PlatformError<Code extends string = string> extends AfficheError<Code> {
  override readonly name = 'PlatformError';
}

/** A file, a database or a disk did not do what was asked. */
export class StorageError<Code extends string = string> extends AfficheError<Code> {
  override readonly name = 'StorageError';
}
