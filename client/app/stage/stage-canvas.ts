/** A new canvas in the place of whatever an element holds. */
export function newCanvas(host: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.className = 'stage';
  host.replaceChildren(canvas);
  return canvas;
}
