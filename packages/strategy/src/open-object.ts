import { z } from 'zod';

/**
 * An object schema that keeps the keys it does not know, so that a review can point at them
 * and a file survives being read and written. Its type lists the known keys only.
 */
export function openObject<Shape extends z.core.$ZodLooseShape>(shape: Shape): z.ZodObject<Shape> {
  return z.looseObject(shape);
}
