/** The notices of a simpler picture: why it is not the full one, and what would help. `{name}` is a placeholder for a value. */
export const noticeSentences = {
  insecurePage: 'WebGPU works on secure pages only: open this page by https or on localhost for the full picture.',
  noWebgpu: 'This browser has no WebGPU here, so a simpler picture is drawn. Another browser or another device may show the full one.',
  noAdapter:
    'WebGPU found no graphics device here, so a simpler picture is drawn; hardware acceleration in the browser settings or a newer graphics driver would help.',
  noAnswer:
    'The graphics device does not answer, so a simpler picture is drawn; closing other heavy pages and reloading this one brings the full one back.',
  deviceRefused: 'The graphics device refused to start, so a simpler picture is drawn; reloading or restarting the browser may help.',
  lostTwice:
    'The graphics device stopped twice, so a simpler picture is drawn; reloading the page brings the full one back, closing other heavy pages may keep it.',
  brokenPicture:
    'The full picture could not be started on this graphics device, so a simpler one is drawn; an update of the browser may help.',
  tooManyParticles: 'This graphics device draws at most {count} particles; you hear the others without seeing them.',
  noSuchPalette: 'There is no palette named “{palette}”.',
  keyWithoutColours: 'The palette has no colours for the key “{key}”.',
  scaleWithoutColours: 'The palette has no colours for the scale “{scale}”.',
  noColour: 'The palette’s {stop} is not a colour (#rrggbb): “{colour}”.',
} as const;

/** A notice with its values; it is translated where it is shown. */
export interface Notice {
  readonly sentence: (typeof noticeSentences)[keyof typeof noticeSentences];
  readonly values?: Readonly<Record<string, string | number>>;
}
