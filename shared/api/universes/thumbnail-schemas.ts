import { z } from 'zod';
import { rule } from '../../refusals/rule.ts';
import { bodyLimits } from '../body-limits.ts';
import { readJpeg } from '../jpeg.ts';
import { thumbnailSize, thumbnailVersionLetters } from './thumbnail.ts';

const { width, height } = thumbnailSize;

/** The bytes of a JPEG of the one size that is stored. */
export const thumbnailSchema = z.custom<Uint8Array>(
  (given) => {
    if (!(given instanceof Uint8Array) || given.length > bodyLimits.thumbnail) return false;
    const jpeg = readJpeg(given);
    return jpeg !== null && jpeg.width === width && jpeg.height === height;
  },
  rule('thumbnail-form', { width, height }),
);

/** A thumbnail as it is sent: its metadata is not kept. */
export const sentThumbnailSchema = thumbnailSchema.transform((bytes) => readJpeg(bytes)!.plain);

export const thumbnailQuerySchema = z.strictObject({
  /** The version; with it the answer may be cached for ever. */
  v: z
    .string()
    .regex(new RegExp(`^[\\w-]{${thumbnailVersionLetters}}$`), rule('thumbnail-version-form'))
    .optional(),
});

/** Path of the stored thumbnail of a universe. */
export const thumbnailStateSchema = z.object({ thumbnail: z.string() });
