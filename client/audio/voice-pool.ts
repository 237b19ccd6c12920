/** A voice that sounds one note at a time. */
export interface PooledVoice {
  play(frequencyHz: number, velocity: number, whenSeconds: number, durationSeconds: number, pan: number): void;
  /** Lets the sounding note go before its time. */
  release(whenSeconds: number): void;
  /** Gain at a moment of the audio clock. */
  levelAt(seconds: number): number;
}

/** A fixed number of voices of one kind. A part has a pool of its own: nothing takes the bass's or the lead's voices away. */
export interface VoicePool {
  /** `key` names a note that may be let go before its time. */
  play(frequencyHz: number, velocity: number, whenSeconds: number, durationSeconds: number, pan: number, key?: number): void;
  release(key: number, whenSeconds: number): void;
  readonly size: number;
}

/** Of a note that nobody holds. */
const noKey = -1;
/** Levels that are as good as equal. */
const sameLevel = 1e-3;

interface Slot {
  readonly voice: PooledVoice;
  startedAt: number;
  endsAt: number;
  key: number;
}

/** Whom a note takes over that finds no free voice: the quietest at its onset, the oldest of those that are as quiet. */
function quietest(slots: readonly Slot[], atSeconds: number): Slot {
  let chosen = slots[0];
  let least = chosen.voice.levelAt(atSeconds);
  for (const slot of slots) {
    const level = slot.voice.levelAt(atSeconds);
    const isQuieter = level < least - sameLevel;
    const isOlder = level < least + sameLevel && slot.startedAt < chosen.startedAt;
    if (!isQuieter && !isOlder) continue;
    chosen = slot;
    least = level;
  }
  return chosen;
}

/**
 * Makes `size` voices once. A note takes the voice that has been silent the longest by its onset; where none is, it takes
 * one over, whose own envelope falls from where it is in the moment before: nothing clicks.
 */
export function createVoicePool(size: number, make: () => PooledVoice, tailSeconds: () => number): VoicePool {
  const slots: Slot[] = Array.from({ length: size }, () => ({ voice: make(), startedAt: 0, endsAt: 0, key: noKey }));
  return {
    size,
    play(frequencyHz, velocity, whenSeconds, durationSeconds, pan, key = noKey) {
      let chosen = slots[0];
      for (const slot of slots) if (slot.endsAt < chosen.endsAt) chosen = slot;
      if (chosen.endsAt > whenSeconds) chosen = quietest(slots, whenSeconds);
      chosen.startedAt = whenSeconds;
      chosen.endsAt = whenSeconds + durationSeconds + tailSeconds();
      chosen.key = key;
      chosen.voice.play(frequencyHz, velocity, whenSeconds, durationSeconds, pan);
    },
    release(key, whenSeconds) {
      const held = slots.find((slot) => slot.key === key);
      if (!held) return;
      held.key = noKey;
      held.endsAt = Math.min(held.endsAt, whenSeconds + tailSeconds());
      held.voice.release(whenSeconds);
    },
  };
}
