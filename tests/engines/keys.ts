/** Code points by which WebDriver types keys without a letter. @see https://www.w3.org/TR/webdriver2/#keyboard-actions */
export const keys = { backspace: '\uE003', enter: '\uE007', escape: '\uE00C', end: '\uE010' } as const;

/** The same keys by their names in the DOM. */
export const keyNames: ReadonlyMap<string, string> = new Map([
  [keys.backspace, 'Backspace'],
  [keys.enter, 'Enter'],
  [keys.escape, 'Escape'],
  [keys.end, 'End'],
]);
