/** A selector of series: the name of a metric, and the labels that it compares. */
export interface Selector {
  metric: string;
  labels: readonly string[];
}

const keywords: ReadonlySet<string> = new Set(['and', 'or', 'unless', 'bool', 'on', 'ignoring', 'group_left', 'group_right', 'offset']);
/** Lists of labels, which look like arguments of a function. */
const labelLists = /\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g;
const string = /"(?:[^"\\]|\\.)*"/g;
/** A name that is no function, with its label matchers, if any. */
const selector = /(?<![\w.:$])([A-Za-z_:][\w:]*)(?!\s*\(|[\w:])(?:\{([^}]*)\})?/g;

/** Returns the selectors of an expression of Prometheus. */
export function selectorsIn(expression: string): Selector[] {
  const bare = expression
    .replaceAll(string, '""')
    .replaceAll(/\[[^\]]*\]/g, '')
    .replaceAll(labelLists, ' ');
  return [...bare.matchAll(selector)]
    .filter(([, name]) => !keywords.has(name!))
    .map(([, name, matchers = '']) => ({ metric: name!, labels: [...matchers.matchAll(/(\w+)\s*[=!]/g)].map(([, label]) => label!) }));
}

/** Returns the expressions in the text of a file of rules, by the name of the rule. */
export function expressionsOfRules(text: string): Map<string, string> {
  const rules = [...text.matchAll(/- (?:record|alert): (\S+)\n +expr: (?:>-\n((?: {10}.*\n)+)|(.*)\n)/g)];
  return new Map(rules.map(([, name, block, line]) => [name!, (block ?? line!).trim()]));
}
