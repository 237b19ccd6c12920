type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Draws a picture over the whole canvas of a context, blurred with a standard deviation in canvas pixels. */
type Layer = (picture: OffscreenCanvas, deviation: number) => void;

/** Blurs by scaling the picture down and up again, for contexts without filters. */
function createShrinkingLayer(context: Context): Layer {
  const small = new OffscreenCanvas(1, 1);
  const inner = small.getContext('2d')!;
  return (picture, deviation) => {
    const { width, height } = context.canvas;
    if (deviation <= 0) {
      context.drawImage(picture, 0, 0, width, height);
      return;
    }
    // Averaging squares and interpolating between the means each add variance: with squares of two deviations, the sum is that of the blur.
    small.width = Math.max(1, Math.round(width / (2 * deviation)));
    small.height = Math.max(1, Math.round(height / (2 * deviation)));
    inner.imageSmoothingQuality = 'high';
    inner.drawImage(picture, 0, 0, small.width, small.height);
    context.drawImage(small, 0, 0, width, height);
  };
}

/** Returns a layer that uses the context's blur filter if it has one, else scaling. */
export function createLayer(context: Context): Layer {
  if (!('filter' in context)) return createShrinkingLayer(context);
  return (picture, deviation) => {
    context.filter = deviation > 0 ? `blur(${deviation}px)` : 'none';
    context.drawImage(picture, 0, 0, context.canvas.width, context.canvas.height);
  };
}
