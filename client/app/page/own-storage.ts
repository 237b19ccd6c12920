/** Text by key, as the browser stores it. */
export type KeptText = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Creates a storage that never throws. Browsers refuse it as a whole (SecurityError) or a single write (QuotaExceededError); then the
 * written values last until the page is left. `find` returns the browser's own, and may throw.
 */
export function safeStorage(find: () => KeptText): KeptText {
  /** Values that the browser did not accept; null for those that it did not remove. */
  const refused = new Map<string, string | null>();
  const write = (key: string, value: string | null) => {
    try {
      if (value === null) find().removeItem(key);
      else find().setItem(key, value);
      refused.delete(key);
    } catch {
      refused.set(key, value);
    }
  };
  return {
    getItem(key) {
      const held = refused.get(key);
      if (held !== undefined) return held;
      try {
        return find().getItem(key);
      } catch {
        return null;
      }
    },
    setItem: write,
    removeItem: (key) => write(key, null),
  };
}

const kept = safeStorage(() => localStorage);
const keptForTab = safeStorage(() => sessionStorage);

/** The application's storage in this browser: the only access to it, so that nothing depends on it being persistent. */
export const ownStorage = (): KeptText => kept;

/** The same for the lifetime of the tab, also while it is at another site. */
export const tabStorage = (): KeptText => keptForTab;
