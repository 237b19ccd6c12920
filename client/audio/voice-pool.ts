/** A voice that plays one note at a time. */
export interface PooledVoice {
  play(frequencyHz: number, velocity: number, whenSeconds: number, durationSeconds: number, pan: number): void;
  /** Releases the sounding note early. */
  release(whenSeconds: number): void;
  /** Gain at a time of the audio clock. */
  levelAt(seconds: number): number;
}

/** A fixed number of voices of one kind. Each part has its own pool: no other part takes the voices of the bass or the lead. */
export interface VoicePool {
  /** `key` identifies a note that may be released early. */
  play(frequencyHz: number, velocity: number, whenSeconds: number, durationSeconds: number, pan: number, key?: number): void;
  release(key: number, whenSeconds: number): void;
  readonly size: number;
}

/** The key of a note without a pressed key. */
const noKey = -1;
/** Levels closer than this count as equal. */
const sameLevel = 1e-3;

interface Slot {
  readonly voice: PooledVoice;
  startedAt: number;
  endsAt: number;
  key: number;
}

/** Returns the voice that a note takes over when none is free: the quietest at its onset, the oldest of equally quiet ones. */
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
 * Creates `size` voices once. A note uses the voice that has been silent the longest at its onset; if none is silent, it takes one over,
 * whose envelope fades out right before: nothing clicks.
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
