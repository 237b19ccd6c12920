import * as Tone from 'tone';

/** Runs `act` with a context as Tone's current one. */
export function within<T>(context: Tone.BaseContext, act: () => T): T {
  const before = Tone.getContext();
  Tone.setContext(context);
  try {
    return act();
  } finally {
    Tone.setContext(before);
  }
}
