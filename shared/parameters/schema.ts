import { z } from 'zod';
import { rule } from '../refusals/rule.ts';
import { fieldShape } from './field-schema.ts';
import { type ParameterKey, type ParameterValues, parameters, registry } from './registry.ts';
import { type Field, type ParameterGroup, parameterGroups } from './types.ts';

/** All parameters, each present, each in its range; nothing else. */
export const parameterValuesSchema = z.strictObject(fieldShape(parameters));

const namesOne = (patch: object) => Object.keys(patch).length > 0;
const oneNeeded = rule('nothing-chosen');

/** Some parameters, at least one. */
export const parameterPatchSchema = parameterValuesSchema.partial().refine(namesOne, oneNeeded);

export type ParameterPatch = Partial<ParameterValues>;

/** The parameters of one group: each present, or some, at least one. */
interface GroupSchemas {
  values: z.ZodType<ParameterPatch>;
  patch: z.ZodType<ParameterPatch>;
}

export const groupSchemas = Object.fromEntries(
  parameterGroups.map((group) => {
    const values = z.strictObject(fieldShape<Record<string, Field>>(registry[group]));
    return [group, { values, patch: values.partial().refine(namesOne, oneNeeded) }];
  }),
) as unknown as Readonly<Record<ParameterGroup, GroupSchemas>>;

/** The values of one group, in the order of the registry. */
export function groupValues(group: ParameterGroup, values: ParameterValues): ParameterPatch {
  return Object.fromEntries(Object.keys(registry[group]).map((key) => [key, values[key as ParameterKey]]));
}
