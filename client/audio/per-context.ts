import * as Tone from 'tone';

/** Caches a value for each context and key, so that a slow `make` delays a frame only once. */
export function perContext<Key, Made>(make: (context: Tone.BaseContext, key: Key) => Made): (key: Key) => Made {
  const contexts = new WeakMap<Tone.BaseContext, Map<Key, Made>>();
  return (key) => {
    const context = Tone.getContext();
    const known = contexts.get(context) ?? new Map<Key, Made>();
    contexts.set(context, known);
    const made = known.get(key) ?? make(context, key);
    known.set(key, made);
    return made;
  };
}
