import { bodyTypes } from '../../shared/api/body-limits.ts';
import { apiPaths } from '../../shared/api/contract/paths.ts';

/** Gives a universe another picture. A failure is nobody's to mind: it keeps the one that it had. @returns whether it was taken. */
export async function sendThumbnail(universeId: string, jpeg: Blob): Promise<boolean> {
  const { method, path } = apiPaths.putThumbnail;
  const headers = { 'content-type': bodyTypes.picture };
  const address = path.replace(':id', encodeURIComponent(universeId));
  const response = await fetch(address, { method, headers, body: jpeg, credentials: 'same-origin' }).catch(() => null);
  return response?.ok ?? false;
}
