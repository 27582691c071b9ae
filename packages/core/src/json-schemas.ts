import { z } from 'zod';
import { Account } from './account.ts';
import { Draft } from './draft.ts';
import { Failure } from './failure.ts';
import { Finding } from './finding.ts';
import { Manifest } from './manifest.ts';
import { Media } from './media.ts';
import { Money } from './money.ts';
import { Network } from './network.ts';
import { Calendar, Publication } from './publication.ts';
import { Reading } from './reading.ts';
import { Step, StepResult } from './step.ts';
import { WallTime } from './wall-time.ts';

const schemas = {
  Account,
  Calendar,
  Draft,
  Failure,
  Finding,
  Manifest,
  Media,
  Money,
  Network,
  Publication,
  Reading,
  Step,
  StepResult,
  WallTime,
};

/** The words that have a JSON Schema. */
export type JsonSchemaName = keyof typeof schemas;

/**
 * The JSON Schema (2020-12) of a word, for users of other languages. It describes what may be
 * written; defaults are filled in when it is read.
 *
 * ```ts
 * import { jsonSchema } from '@affiche/core';
 *
 * jsonSchema('Money').required; // => ['minor', 'currency']
 * ```
 */
export function jsonSchema(name: JsonSchemaName): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(schemas[name], { io: 'input' });
}
