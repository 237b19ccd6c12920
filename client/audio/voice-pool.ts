/** A voice that sounds one note at a time. */
export interface PooledVoice {
  play(frequencyHz: number, velocity: number, whenSeconds: number, durationSeconds: number, pan: number): void;
  release(whenSeconds: number): void;
}

/** A fixed number of voices of one kind; the one that is free the longest, or ends the soonest, plays next. */
export interface VoicePool {
  /** `key` names a note that may be let go before its time. */
  play(frequencyHz: number, velocity: number, whenSeconds: number, durationSeconds: number, pan: number, key?: number): void;
  release(key: number, whenSeconds: number): void;
  readonly size: number;
}

/**
 * Makes `size` voices once. A note takes a voice that has ended by its onset; where none has, the one that ends first is
 * taken over: its own envelope goes on from where it is, so nothing clicks.
 */
export function createVoicePool(size: number, make: () => PooledVoice, tailSeconds: () => number): VoicePool {
  const noKey = -1;
  const voices = Array.from({ length: size }, () => ({ voice: make(), endsAt: 0, key: noKey }));
  return {
    size,
    play(frequencyHz, velocity, whenSeconds, durationSeconds, pan, key = noKey) {
      let chosen = voices[0];
      for (const candidate of voices) if (candidate.endsAt < chosen.endsAt) chosen = candidate;
      chosen.endsAt = whenSeconds + durationSeconds + tailSeconds();
      chosen.key = key;
      chosen.voice.play(frequencyHz, velocity, whenSeconds, durationSeconds, pan);
    },
    release(key, whenSeconds) {
      const held = voices.find((voice) => voice.key === key);
      if (!held) return;
      held.key = noKey;
      held.endsAt = Math.min(held.endsAt, whenSeconds + tailSeconds());
      held.voice.release(whenSeconds);
    },
  };
}
