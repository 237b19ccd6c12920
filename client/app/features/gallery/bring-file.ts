import { bodyLimits } from '../../../../shared/api/body-limits.ts';
import type { RouteBody } from '../../../../shared/api/contract/contract.ts';
import { AppError } from '../../../../shared/api/errors.ts';
import { callApi } from '../../../net/api-client.ts';
import { universePath } from '../../../store/routes.ts';
import type { Store } from '../../../store/store.ts';
import { showToast } from '../../../store/toasts.ts';
import { sayRule } from '../../../words/refusal.ts';
import { say } from '../../../words/words.ts';
import { messageOf } from '../../page/actions.ts';

/** Imports a universe from a file, and opens it. */
export async function bringFile(store: Store, file: File, go: (path: string) => void): Promise<void> {
  try {
    const { id } = await callApi('importUniverse', { body: await read(file) });
    go(universePath(id));
  } catch (error) {
    showToast(store, 'error', say('{name} was not imported: {reason}', { name: file.name, reason: reasonOf(error) }));
  }
}

/** @throws AppError `malformed-body` if it can't be a universe. */
async function read(file: File): Promise<RouteBody<'importUniverse'>> {
  if (file.size > bodyLimits.file)
    throw new AppError('body-too-large', say('it is larger than {size} KiB.', { size: bodyLimits.file / 1024 }));
  try {
    return JSON.parse(await file.text()) as RouteBody<'importUniverse'>;
  } catch (cause) {
    throw new AppError('malformed-body', say('it contains no JSON.'), { cause });
  }
}

/** Returns the first error, with its path and value, and the number of the others. */
function reasonOf(error: unknown): string {
  const [first, ...others] = error instanceof AppError ? error.issues : [];
  if (!first) return messageOf(error);
  const { path, value } = first;
  const reason = `${path || say('the file')} ${value === null ? '' : `(${JSON.stringify(value)}) `}– ${sayRule(first)}.`;
  if (others.length === 0) return reason;
  return `${reason} ${others.length === 1 ? say('1 more place is wrong.') : say('{count} more places are wrong.', { count: others.length })}`;
}
