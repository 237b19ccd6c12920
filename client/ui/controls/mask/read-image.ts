import { say } from '../../../words/words.ts';
import type { Bits } from './bits.ts';
import { figureOf, fitInto } from './threshold.ts';

/** Largest file that is decoded, in bytes: a larger one is a mistake, and may not fit into memory. */
const largestBytes = 20_000_000;

/**
 * Reads an image from a file, and returns its figure, `side` × `side`.
 * @throws Error with a message for users, which names the file and the rule
 */
export async function readImage(file: File, side: number): Promise<Bits> {
  if (file.size > largestBytes) {
    const sizes = { size: Math.ceil(file.size / 1e6), most: largestBytes / 1e6 };
    throw new Error(say('“{name}” has {size} MB; an image must have at most {most} MB.', { name: file.name, ...sizes }));
  }
  const picture = await decode(file);
  const place = fitInto(side, picture.width, picture.height);
  const small = await createImageBitmap(picture, { resizeWidth: place.width, resizeHeight: place.height, resizeQuality: 'high' });
  picture.close();
  const context = new OffscreenCanvas(place.width, place.height).getContext('2d')!;
  context.drawImage(small, 0, 0);
  small.close();
  const figure = figureOf(context.getImageData(0, 0, place.width, place.height).data);
  if (!figure) throw new Error(say('“{name}” has only one brightness; an image must have light and dark parts.', { name: file.name }));
  const bits = new Uint8Array(side * side);
  for (let y = 0; y < place.height; y++) {
    bits.set(figure.subarray(y * place.width, (y + 1) * place.width), (place.top + y) * side + place.left);
  }
  return bits;
}

async function decode(file: File): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file);
  } catch (cause) {
    throw new Error(say('“{name}” is not an image; it must be a PNG, JPEG, WebP, GIF or AVIF file.', { name: file.name }), { cause });
  }
}
