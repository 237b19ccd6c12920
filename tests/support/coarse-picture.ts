/** Storage entries that make the picture cheap: the lowest quality and a maximum frame rate. */
export const coarsePicture = (frameRate: number): { name: string; value: string }[] => [
  { name: 'harmonic.quality', value: '0' },
  { name: 'harmonic.frame-rate', value: String(frameRate) },
];

/** Writes the entries into local storage; runs in the page. */
export function storeEntries(entries: readonly { name: string; value: string }[]): void {
  for (const { name, value } of entries) localStorage.setItem(name, value);
}
