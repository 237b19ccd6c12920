/** The keys that the user holds, from any source: the computer keyboard, the touch screen or a MIDI keyboard. */
export interface HeldKeys {
  /** Presses a key, given by MIDI number and velocity 0..1; if the source holds another key, releases that. A held key does not repeat. */
  press(source: string, midi: number, velocity: number): void;
  release(source: string): void;
  /** Releases every key that a source beginning with `prefix` holds. */
  releaseAll(prefix?: string): void;
}

export interface HeldKeysEvents {
  press(midi: number, velocity: number): void;
  release(midi: number): void;
  changed(keys: ReadonlySet<number>): void;
}

/** Maximum hold time in ms: a longer hold means that the release event was lost, as when a cable is pulled. */
export const maxHoldMs = 60_000;

/**
 * Tracks held keys. A key with several sources is released with the last of them, and a source releases its key after the maximum hold
 * time.
 */
export function createHeldKeys(events: HeldKeysEvents): HeldKeys {
  const bySource = new Map<string, number>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const tell = () => events.changed(new Set(bySource.values()));

  const letGo = (source: string) => {
    const midi = bySource.get(source);
    if (midi === undefined) return false;
    bySource.delete(source);
    clearTimeout(timers.get(source));
    timers.delete(source);
    if (![...bySource.values()].includes(midi)) events.release(midi);
    return true;
  };

  const release = (source: string) => {
    if (letGo(source)) tell();
  };

  return {
    press(source, midi, velocity) {
      if (bySource.get(source) === midi) return;
      letGo(source);
      bySource.set(source, midi);
      timers.set(
        source,
        setTimeout(() => release(source), maxHoldMs),
      );
      events.press(midi, velocity);
      tell();
    },
    release,
    releaseAll(prefix = '') {
      const sources = [...bySource.keys()].filter((source) => source.startsWith(prefix));
      for (const source of sources) letGo(source);
      if (sources.length > 0) tell();
    },
  };
}
