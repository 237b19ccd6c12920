import { apiPaths } from '../contract/paths.ts';

/** Returns the path of the thumbnail of a universe. Another version is another picture. */
export const thumbnailPath = (universeId: string, version: string): string =>
  `${apiPaths.getThumbnail.path.replace(':id', encodeURIComponent(universeId))}?v=${version}`;
