/** Text by name, as the browser keeps it. */
export type KeptText = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * A storage that never throws. Browsers refuse it as a whole (SecurityError) or a single write (QuotaExceededError); then what was
 * written holds until the page is left. `find` gives the browser's own, and may throw.
 */
export function safeStorage(find: () => KeptText): KeptText {
  /** What the browser did not take; null where it did not remove it. */
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

/** What this browser keeps for the application: the single way to it, so that nothing depends on its being kept. */
export const ownStorage = (): KeptText => kept;

/** The same for as long as the tab is open, also while it is at another site. */
export const tabStorage = (): KeptText => keptForTab;
