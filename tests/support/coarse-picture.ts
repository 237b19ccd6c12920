/** What a browser is told in its storage so that its picture costs little: the lowest quality, and at most so many frames a second. */
export const coarsePicture = (frameRate: number): { name: string; value: string }[] => [
  { name: 'harmonic.quality', value: '0' },
  { name: 'harmonic.frame-rate', value: String(frameRate) },
];

/** Tells the page's browser; runs in the page. */
export function storeEntries(entries: readonly { name: string; value: string }[]): void {
  for (const { name, value } of entries) localStorage.setItem(name, value);
}
