/** Stands where every case of a choice has been named: a case more is an error of the types there. @throws Error where one comes all the same. */
export function missingCase(value: never): never {
  throw new Error(`"${String(value)}" is none of the cases.`);
}
