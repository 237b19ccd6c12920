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

/** A key that several fingers hold is let go with the last of them. */
export function createHeldKeys(events: HeldKeysEvents): HeldKeys {
  const bySource = new Map<string, number>();
  const tell = () => events.changed(new Set(bySource.values()));

  const letGo = (source: string) => {
    const midi = bySource.get(source);
    if (midi === undefined) return false;
    bySource.delete(source);
    if (![...bySource.values()].includes(midi)) events.release(midi);
    return true;
  };

  return {
    press(source, midi, velocity) {
      if (bySource.get(source) === midi) return;
      letGo(source);
      bySource.set(source, midi);
      events.press(midi, velocity);
      tell();
    },
    release(source) {
      if (letGo(source)) tell();
    },
    releaseAll(prefix = '') {
      const sources = [...bySource.keys()].filter((source) => source.startsWith(prefix));
      for (const source of sources) letGo(source);
      if (sources.length > 0) tell();
    },
  };
}
