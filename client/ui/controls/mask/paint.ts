import type { Bits } from './bits.ts';

const ink = [236, 238, 246, 255];
const pen = [255, 196, 138, 255];

/** Draws bits into a canvas of one pixel per cell; the keyboard's pen, if there is one, in a warm colour. */
export function paint(canvas: HTMLCanvasElement, bits: Bits, side: number, at: { x: number; y: number } | null): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const image = context.createImageData(side, side);
  bits.forEach((bit, index) => {
    if (bit) image.data.set(ink, index * 4);
  });
  if (at) image.data.set(pen, (at.y * side + at.x) * 4);
  context.putImageData(image, 0, 0);
}
