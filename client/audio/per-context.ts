import * as Tone from 'tone';

/** Makes a thing once for each context and key, and hands out the same one after: what is slow to make does not hold up a frame twice. */
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
