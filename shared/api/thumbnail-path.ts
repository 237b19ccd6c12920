import { apiPaths } from './paths.ts';

/** Path of the stored picture of a universe. Under another version there is another picture. */
export const thumbnailPath = (universeId: string, version: string): string =>
  `${apiPaths.getThumbnail.path.replace(':id', encodeURIComponent(universeId))}?v=${version}`;
