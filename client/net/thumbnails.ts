import { bodyTypes } from '../../shared/api/body-limits.ts';
import { apiPaths } from '../../shared/api/contract/paths.ts';

/** Replaces the thumbnail of a universe. A failure is ignored: the old one stays. @returns whether the server accepted it. */
export async function sendThumbnail(universeId: string, jpeg: Blob): Promise<boolean> {
  const { method, path } = apiPaths.putThumbnail;
  const headers = { 'content-type': bodyTypes.thumbnail };
  const address = path.replace(':id', encodeURIComponent(universeId));
  const response = await fetch(address, { method, headers, body: jpeg, credentials: 'same-origin' }).catch(() => null);
  return response?.ok ?? false;
}
