/** Replaces the content of an element by a new canvas. */
export function newCanvas(host: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.className = 'stage';
  host.replaceChildren(canvas);
  return canvas;
}
