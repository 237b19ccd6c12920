import { z } from 'zod';
import { rule } from '../refusals/rule.ts';
import { bitmapDigits, bitmapPattern, pitchesPattern } from './fields.ts';
import type { BitmapField, Field, FieldValue } from './types.ts';

/** The zod schema of one field: finite numbers inside the range, a listed choice, a `#rrggbb` colour. */
export function fieldSchema<F extends Field>(field: F): z.ZodType<FieldValue<F>> {
  return schemaOf(field) as unknown as z.ZodType<FieldValue<F>>;
}

function schemaOf(field: Field): z.ZodType {
  switch (field.kind) {
    case 'number':
      return z.number().min(field.min).max(field.max);
    case 'integer':
      return z.int().min(field.min).max(field.max);
    case 'choice':
      return z.enum(field.choices as [string, ...string[]]);
    case 'switch':
      return z.boolean();
    case 'colour':
      return z.string().regex(/^#[0-9a-f]{6}$/, rule('colour-form'));
    case 'pitches':
      return z.string().regex(pitchesPattern, rule('pitches-form'));
    case 'bitmap':
      return bitmapSchema(field);
  }
}

/** A pattern of its own tells zod no parameters of a rule: the check is a refinement, and the pattern is told apart. */
function bitmapSchema(field: BitmapField): z.ZodType {
  const pattern = bitmapPattern(field);
  return z
    .string()
    .refine((text) => pattern.test(text), rule('mask-form', { side: field.side, digits: bitmapDigits(field) }))
    .meta({ pattern: pattern.source });
}

type FieldShape<R extends Record<string, Field>> = { [K in keyof R]: z.ZodType<FieldValue<R[K]>> };

/** The schemas of a record of fields, to spread into a strict object. */
export function fieldShape<R extends Record<string, Field>>(fields: R): FieldShape<R> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, fieldSchema(field)])) as FieldShape<R>;
}
