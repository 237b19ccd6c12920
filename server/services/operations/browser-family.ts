/** The families of browsers that reports are told apart by. */
export type BrowserFamily = 'firefox' | 'chromium' | 'safari' | 'other';

/** Returns the family of a browser by its `User-Agent`, of which nothing else is kept. */
export function browserFamilyOf(userAgent: string | undefined): BrowserFamily {
  const told = userAgent ?? '';
  if (/\bFirefox\/\d/.test(told)) return 'firefox';
  // Chromium calls itself Safari too. On iOS every browser is Safari, whatever its name.
  if (/\b(?:HeadlessChrome|Chrome|Chromium)\/\d/.test(told)) return 'chromium';
  return /\bAppleWebKit\/\d/.test(told) ? 'safari' : 'other';
}
