import { access } from 'node:fs/promises';
import { join } from 'node:path';

export interface ThumbnailIndex {
  /** Path of a template's thumbnail on this server, or null if there is none. */
  of(templateId: string): Promise<string | null>;
}

const formats = ['webp', 'png', 'jpg'];

export const thumbnailsPath = '/assets/thumbnails';

export function createThumbnailIndex(directory: string): ThumbnailIndex {
  return {
    async of(templateId) {
      for (const format of formats) {
        const file = `${templateId}.${format}`;
        const there = await access(join(directory, file)).then(
          () => true,
          () => false,
        );
        if (there) return `${thumbnailsPath}/${file}`;
      }
      return null;
    },
  };
}
