export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/** A parameter of a statement that differs in each change of the same universe, with its values in two changes in a row. */
export interface Varying {
  readonly first: unknown;
  readonly second: unknown;
}

export interface PatchStatement {
  readonly text: string;
  readonly parameters: readonly (Varying | { readonly always: unknown })[];
}

/** Separates the equal and the different parameters of two changes of a universe. @throws Error when their statements differ. */
export function compareChanges(first: readonly Statement[], second: readonly Statement[]): PatchStatement[] {
  const texts = (list: readonly Statement[]) => list.map(({ text }) => text).join('\n');
  if (texts(first) !== texts(second)) throw new Error(`two changes make other statements:\n${texts(first)}\n\n${texts(second)}`);
  return first.map(({ text, parameters }, index) => ({
    text,
    parameters: parameters.map((value, place) => {
      const next = second[index]!.parameters[place];
      return JSON.stringify(value) === JSON.stringify(next) ? { always: value } : { first: value, second: next };
    }),
  }));
}

/** Returns the parameter of change `n` of a universe, from 0: numbers continue in the same steps, and names are new each time. */
export function changedParameterOf({ first, second }: Varying, n: number, newName: () => string): unknown {
  if (typeof first === 'number' && typeof second === 'number') return first + n * (second - first);
  if (Array.isArray(first) && Array.isArray(second)) return first.map((value, index) => parameterAt(value, second[index], n, newName));
  if (typeof first !== 'string' || typeof second !== 'string') return n % 2 === 0 ? first : second;
  const [one, other] = [parsed(first), parsed(second)];
  return one === undefined || other === undefined ? newName() : JSON.stringify(parameterAt(one, other, n, newName));
}

function parameterAt(first: unknown, second: unknown, n: number, newName: () => string): unknown {
  if (JSON.stringify(first) === JSON.stringify(second)) return first;
  if (typeof first !== 'object' || first === null) return changedParameterOf({ first, second }, n, newName);
  if (Array.isArray(first)) return first.map((value, index) => parameterAt(value, (second as unknown[])[index], n, newName));
  return Object.fromEntries(
    Object.entries(first).map(([key, value]) => [key, parameterAt(value, (second as Record<string, unknown>)[key], n, newName)]),
  );
}

/** Parses objects and lists that are written as JSON; undefined for other text. */
function parsed(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
