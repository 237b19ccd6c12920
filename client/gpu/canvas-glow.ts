/** Picture pixels per glow pixel, along one side. */
const reduction = 10;

/** Where a pixel lies between the middles of two cells: the cell before it, the one after it, and the share of the way. */
interface Between {
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly share: Float32Array;
}

function betweenCells(pixels: number, cells: number): Between {
  const between = { before: new Int32Array(pixels), after: new Int32Array(pixels), share: new Float32Array(pixels) };
  for (let pixel = 0; pixel < pixels; pixel++) {
    const place = Math.min(cells - 1, Math.max(0, (pixel + 0.5) / reduction - 0.5));
    between.before[pixel] = Math.floor(place);
    between.after[pixel] = Math.min(cells - 1, Math.floor(place) + 1);
    between.share[pixel] = place - Math.floor(place);
  }
  return between;
}

/** Adds a wide, blurred copy of a picture (RGBA bytes) to it by screen blending: 1 − (1 − a)(1 − b). `amount` 0..1. */
export function createGlow(width: number, height: number): (pixels: Uint8ClampedArray, amount: number) => void {
  const across = Math.ceil(width / reduction);
  const down = Math.ceil(height / reduction);
  const columns = betweenCells(width, across);
  const rows = betweenCells(height, down);
  const soft = new Float32Array(across * down * 3);
  /** A row of pixels between two rows of cells. */
  const line = new Float32Array(across * 3);

  /** Fills a cell with the mean of its pixels. */
  const gatherCell = (pixels: Uint8ClampedArray, column: number, row: number) => {
    const [right, bottom] = [Math.min(width, (column + 1) * reduction), Math.min(height, (row + 1) * reduction)];
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let y = row * reduction; y < bottom; y++) {
      const end = (y * width + right) * 4;
      for (let at = (y * width + column * reduction) * 4; at < end; at += 4) {
        red += pixels[at];
        green += pixels[at + 1];
        blue += pixels[at + 2];
      }
    }
    const count = (right - column * reduction) * (bottom - row * reduction);
    const cell = (row * across + column) * 3;
    soft[cell] = red / count;
    soft[cell + 1] = green / count;
    soft[cell + 2] = blue / count;
  };

  /** Adds the line to a row of pixels. */
  const addLine = (pixels: Uint8ClampedArray, first: number, amount: number) => {
    const { before, after, share } = columns;
    for (let x = 0, at = first; x < width; x++, at += 4) {
      const left = before[x] * 3;
      const right = after[x] * 3;
      const part = share[x];
      const red = line[left] + (line[right] - line[left]) * part;
      const green = line[left + 1] + (line[right + 1] - line[left + 1]) * part;
      const blue = line[left + 2] + (line[right + 2] - line[left + 2]) * part;
      pixels[at] += red * amount * (1 - pixels[at] / 255);
      pixels[at + 1] += green * amount * (1 - pixels[at + 1] / 255);
      pixels[at + 2] += blue * amount * (1 - pixels[at + 2] / 255);
    }
  };

  return (pixels, amount) => {
    for (let row = 0; row < down; row++) for (let column = 0; column < across; column++) gatherCell(pixels, column, row);
    for (let y = 0; y < height; y++) {
      const upper = rows.before[y] * across * 3;
      const lower = rows.after[y] * across * 3;
      for (let at = 0; at < line.length; at++) line[at] = soft[upper + at] + (soft[lower + at] - soft[upper + at]) * rows.share[y];
      addLine(pixels, y * width * 4, amount);
    }
  };
}
