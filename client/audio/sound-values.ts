type Values = Readonly<Record<string, unknown>>;

const isBroken = (value: unknown) => typeof value === 'number' && !Number.isFinite(value);

/** Returns a function that passes values on; it replaces a number that is not finite by the previous one, or by that of `first`. */
export function soundValues<T extends Values>(first: T): (next: T) => T {
  let last: T = first;
  return (next) => {
    const broken = Object.keys(next).filter((key) => isBroken(next[key]));
    last = broken.length === 0 ? next : { ...next, ...Object.fromEntries(broken.map((key) => [key, last[key]])) };
    return last;
  };
}
