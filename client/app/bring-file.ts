import { bodyLimits } from '../../shared/api/body-limits.ts';
import type { RouteBody } from '../../shared/api/contract.ts';
import { AppError } from '../../shared/api/errors.ts';
import { callApi } from '../net/api-client.ts';
import { universePath } from '../store/routes.ts';
import type { Store } from '../store/store.ts';
import { showToast } from '../store/toasts.ts';
import { messageOf } from './actions.ts';

/** Makes a universe of one's own of what a file holds, and opens it. */
export async function bringFile(store: Store, file: File, go: (path: string) => void): Promise<void> {
  try {
    const { id } = await callApi('importUniverse', { body: await read(file) });
    go(universePath(id));
  } catch (error) {
    showToast(store, 'error', `${file.name} was not taken: ${reasonOf(error)}`);
  }
}

/** @throws AppError `malformed-body` where it can't be a universe. */
async function read(file: File): Promise<RouteBody<'importUniverse'>> {
  if (file.size > bodyLimits.file) throw new AppError('body-too-large', `it is larger than ${bodyLimits.file / 1024} KiB.`);
  try {
    return JSON.parse(await file.text()) as RouteBody<'importUniverse'>;
  } catch (cause) {
    throw new AppError('malformed-body', 'it holds no JSON.', { cause });
  }
}

/** The first of what is wrong, with its place and value, and how much else is. */
function reasonOf(error: unknown): string {
  const [first, ...others] = error instanceof AppError ? error.issues : [];
  if (!first) return messageOf(error);
  const { path, rule, value } = first;
  const more = others.length > 0 ? ` ${others.length} more ${others.length === 1 ? 'place is' : 'places are'} wrong.` : '';
  return `${path || 'the file'} ${value === null ? '' : `(${JSON.stringify(value)}) `}– ${rule}.${more}`;
}
