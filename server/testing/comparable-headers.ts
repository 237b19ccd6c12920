/** Headers that differ between any two answers: they say nothing of what exists. */
const ofEachAnswer: ReadonlySet<string> = new Set(['date', 'x-request-id']);

/** Returns the headers of an answer by which it could be told from another one. */
export const comparableHeaders = (headers: Headers, except: readonly string[] = []): [string, string][] =>
  [...headers].filter(([name]) => !ofEachAnswer.has(name) && !except.includes(name));
