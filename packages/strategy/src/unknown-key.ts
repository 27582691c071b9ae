import { z } from 'zod';

/** A key that no schema knows, and the keys it could have been. */
export interface UnknownKey {
  readonly path: (string | number)[];
  readonly known: readonly string[];
}

/** Walks a value beside its schema and finds every key the schema does not know. */
export function unknownKeys(
  schema: z.ZodType,
  value: unknown,
  path: (string | number)[] = [],
): UnknownKey[] {
  const inner = unwrap(schema);
  if (value === null || typeof value !== 'object') return [];
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    const element = inner.element as z.ZodType;
    return value.flatMap((part, index) => unknownKeys(element, part, [...path, index]));
  }
  if (!(inner instanceof z.ZodObject)) return [];
  const shape = inner.shape as Record<string, z.ZodType>;
  return Object.entries(value).flatMap(([key, part]) => {
    const field = shape[key];
    return field
      ? unknownKeys(field, part, [...path, key])
      : [{ path: [...path, key], known: Object.keys(shape) }];
  });
}

/** What stands behind defaults and optional fields; of a choice, the object. */
function unwrap(schema: z.ZodType): z.ZodType {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  ) {
    return unwrap(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodUnion) {
    const options = schema.options as z.ZodType[];
    return options.find((option) => option instanceof z.ZodObject) ?? schema;
  }
  return schema;
}
