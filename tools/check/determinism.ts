/** What simulating and composing code may not use, since engines differ in it or it knows the time. */

/** Folders whose code has to give the same bits in every engine. */
const deterministicFolders = /^shared\/(math|simulation|music|coupling|universe)\//;

/** The only members of Math that all engines compute alike; `round` is left out, since it differs from floor(x + 0.5). */
const exactMembers = 'abs|ceil|clz32|floor|fround|imul|max|min|sign|sqrt|trunc';

/** Comments, strings and template literals: what is said in them runs nowhere. */
const unspoken = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;

const faults: readonly { pattern: RegExp; reason: string }[] = [
  { pattern: new RegExp(`\\bMath\\b(?!\\.(?:${exactMembers})\\b)`), reason: 'engines differ in it: use shared/math' },
  { pattern: /\*\*/, reason: 'powers differ between engines: use shared/math' },
  { pattern: /\b(?:Date|performance|Temporal)\b/, reason: 'a universe knows no time but its ticks' },
  { pattern: /\b(?:crypto|randomUUID)\b/, reason: 'chance comes from the seed' },
  { pattern: /\b(?:setTimeout|setInterval|queueMicrotask)\b/, reason: 'a step waits for nothing' },
  { pattern: /\b(?:Intl|localeCompare|toLocale\w+)\b/, reason: 'languages differ between machines' },
  { pattern: /\bglobalThis\b/, reason: 'it leads around all other rules' },
];

/** Whether a file, given by its path from the root, is simulating or composing code. */
export function isDeterministic(path: string): boolean {
  return deterministicFolders.test(path) && path.endsWith('.ts') && !/[.]test([.]|-support)/.test(path);
}

/** What a source text uses that it may not, as `line: code: reason`. */
export function inexactUses(source: string): string[] {
  const code = source.replace(unspoken, (text) => text.replace(/[^\n]/g, ' '));
  return code.split('\n').flatMap((line, index) =>
    faults.flatMap(({ pattern, reason }) => {
      const found = pattern.exec(line);
      return found ? [`${index + 1}: ${line.slice(found.index, found.index + 24).trim()}: ${reason}`] : [];
    }),
  );
}
