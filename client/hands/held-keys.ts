/** The keys that one's own hands hold, whatever they are: keys of the computer, fingers on the screen, a MIDI keyboard. */
export interface HeldKeys {
  /** A finger comes down on a key, a MIDI number, 0..1; where it holds another one, it lets go of that. A held key does not repeat. */
  press(source: string, midi: number, velocity: number): void;
  release(source: string): void;
  /** Lets go of every key that a source beginning with `prefix` holds. */
  releaseAll(prefix?: string): void;
}

export interface HeldKeysEvents {
  press(midi: number, velocity: number): void;
  release(midi: number): void;
  changed(keys: ReadonlySet<number>): void;
}

/** Nobody holds a key for longer: its end has been lost, as when a cable is pulled. In ms. */
export const longestHoldMs = 60_000;

/** A key that several fingers hold is let go with the last of them, or when one has held it for too long. */
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
        setTimeout(() => release(source), longestHoldMs),
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
