/** Marks the end of a choice of which every case is handled: a further case is a type error there. @throws Error when one occurs anyway. */
export function missingCase(value: never): never {
  throw new Error(`"${String(value)}" is none of the cases.`);
}
