import { z } from 'zod';
import { rule } from '../refusals/rule.ts';

const versionOf = (value: unknown) =>
  typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number' ? value.version : 0;

/**
 * Wraps a schema so that a file newer than this program is refused for that alone: the rest of it may mean something that is unknown here.
 * `field` is the place in the file of the version that is meant; none: the file itself.
 */
export function refuseNewer<T extends z.ZodType>(schema: T, latest: number, field?: string): T {
  return z.preprocess((input, context) => {
    const part = field === undefined ? input : (input as Record<string, unknown> | null)?.[field];
    const version = versionOf(part);
    if (version > latest) {
      context.addIssue({
        code: 'custom',
        path: [...(field === undefined ? [] : [field]), 'version'],
        input: version,
        ...rule('newer-format', { version, latest }),
      });
    }
    return input;
  }, schema) as unknown as T;
}
