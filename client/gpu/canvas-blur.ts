type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Lays a picture over the whole canvas of a context, blurred with a standard deviation in its pixels. */
type Layer = (picture: OffscreenCanvas, deviation: number) => void;

/** Where contexts have no filters, a picture is blurred by being made small and large again. */
function createShrinkingLayer(context: Context): Layer {
  const small = new OffscreenCanvas(1, 1);
  const inner = small.getContext('2d')!;
  return (picture, deviation) => {
    const { width, height } = context.canvas;
    if (deviation <= 0) {
      context.drawImage(picture, 0, 0, width, height);
      return;
    }
    // The mean of a square, and lines between such means: with squares of two deviations, the variances of both make that of the blur.
    small.width = Math.max(1, Math.round(width / (2 * deviation)));
    small.height = Math.max(1, Math.round(height / (2 * deviation)));
    inner.imageSmoothingQuality = 'high';
    inner.drawImage(picture, 0, 0, small.width, small.height);
    context.drawImage(small, 0, 0, width, height);
  };
}

/** Makes what lays pictures over a canvas, by the filter of its context where there is one. */
export function createLayer(context: Context): Layer {
  if (!('filter' in context)) return createShrinkingLayer(context);
  return (picture, deviation) => {
    context.filter = deviation > 0 ? `blur(${deviation}px)` : 'none';
    context.drawImage(picture, 0, 0, context.canvas.width, context.canvas.height);
  };
}
