import { z } from 'zod';
import { fieldShape } from './fields.ts';
import { type ParameterValues, parameters } from './registry.ts';

/** All parameters, each present, each in its range; nothing else. */
export const parameterValuesSchema = z.strictObject(fieldShape(parameters));

/** Some parameters, at least one. */
export const parameterPatchSchema = parameterValuesSchema
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, 'must name at least one parameter');

export type ParameterPatch = Partial<ParameterValues>;
