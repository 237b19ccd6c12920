import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { errorCodes } from '../../shared/api/errors.ts';

/** A node of the syntax tree. */
interface Node {
  type: string;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) return value.forEach((item) => visit(item, see));
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value)) see(value);
  for (const [key, child] of Object.entries(value)) if (key !== 'span') visit(child, see);
}

/** Indices of the arguments that are sentences or rules, by the name of the called function. */
const refusingCalls: ReadonlyMap<string, readonly number[]> = new Map([
  ['AppError', [1]],
  ['ServerError', [1]],
  ['consume', [2]],
  ['memberRefusal', [1, 2]],
  ['rateLimited', [0]],
  ['read', [3]],
  ['refusal', [2]],
  ['refused', [1]],
]);
/** Checks of zod, which take a rule as the second argument, or as `error`. */
const zodChecks: ReadonlySet<string> = new Set(['min', 'max', 'length', 'regex', 'refine']);
const refusingFields: ReadonlySet<string> = new Set(['rule', 'message', 'error']);

/** Finds the error messages of a file. An expression with known texts yields each of them, any other becomes a placeholder, `{0}`. */
function refusalsIn(source: string): string[] {
  const tree = parseSync(source, { syntax: 'typescript', decorators: true }).body;
  const constants = new Map<string, unknown[]>();
  visit(tree, ({ type, id, init }) => {
    if (type !== 'VariableDeclarator' || !isNode(id) || id.type !== 'Identifier') return;
    constants.set(String(id.value), [...(constants.get(String(id.value)) ?? []), init]);
  });

  /** Returns all texts of an expression, or with `within` those of its property of that name (null: any); none if they are unknown. */
  const textsOf = (expression: unknown, within?: string | null): string[] => {
    if (!isNode(expression)) return [];
    const { type, value, properties, elements, quasis, expressions, property, operator } = expression as Node &
      Record<'properties' | 'elements' | 'expressions', Node[]> & { quasis: { cooked: string }[]; property: Node };
    switch (type) {
      case 'StringLiteral':
        return [String(value)];
      case 'TemplateLiteral':
        return filled(
          quasis.map(({ cooked }) => cooked),
          expressions.map((inner) => textsOf(inner)),
        );
      case 'Identifier': {
        const name = String(value);
        const given = constants.get(name) ?? [];
        // Prevents endless recursion: a constant defined by itself is unknown.
        constants.delete(name);
        const texts = given.flatMap((inner) => textsOf(inner, within));
        constants.set(name, given);
        return texts;
      }
      case 'ConditionalExpression':
        return [expression.consequent, expression.alternate].flatMap((inner) => textsOf(inner, within));
      case 'BinaryExpression':
        return operator === '??' || operator === '||' ? [expression.left, expression.right].flatMap((inner) => textsOf(inner, within)) : [];
      case 'MemberExpression':
        return textsOf(expression.object, property.type === 'Identifier' ? String(property.value) : null);
      case 'ObjectExpression':
        if (within === undefined) return [];
        return properties
          .filter(({ key }) => within === null || (isNode(key) && key.value === within))
          .flatMap((inner) => textsOf(inner.value, within));
      case 'ArrayExpression':
        return within === null ? elements.flatMap((inner) => textsOf(inner.expression, within)) : [];
      default:
        return [];
    }
  };

  const found: string[] = [];
  visit(tree, (node) => {
    const { type, callee, key, value } = node;
    if ((type === 'CallExpression' || type === 'NewExpression') && isNode(callee)) {
      const given = ((node.arguments ?? []) as { expression: unknown }[]).map(({ expression }) => expression);
      const isCheck = isNode(callee.property) && zodChecks.has(String(callee.property.value));
      const places = isCheck ? [1] : (refusingCalls.get(String(callee.value)) ?? []);
      found.push(...places.flatMap((place) => textsOf(given[place])));
    }
    if (type === 'KeyValueProperty' && isNode(key) && refusingFields.has(String(key.value))) found.push(...textsOf(value));
    // Shorthand properties such as `{ path, rule }`.
    if (type === 'Identifier' && value === 'rule') found.push(...textsOf(node));
  });
  return found;
}

/** Fills a template with each text of its expressions, and with a numbered placeholder for an expression without texts. */
function filled(strings: readonly string[], expressions: readonly (readonly string[])[]): string[] {
  let texts = [{ text: strings[0]!, places: 0 }];
  expressions.forEach((choices, at) => {
    texts = texts.flatMap(({ text, places }) =>
      choices.length > 0
        ? choices.map((choice) => ({ text: text + choice + strings[at + 1]!, places }))
        : [{ text: `${text}{${places}}${strings[at + 1]!}`, places: places + 1 }],
    );
  });
  return texts.map(({ text }) => text);
}

/** Returns the rule of `name: must be text`; returns any other text unchanged. */
const ruleOf = (text: string) => /^[\w.-]+: (.+?)\.?$/s.exec(text)?.[1] ?? text;
const saysSomething = (text: string) => /\p{L}/u.test(text) && !Object.hasOwn(errorCodes, text);

const root = join(import.meta.dirname, '../..');
/** Folders that are not read: in the simulation, `rule` is the rule of a note. */
const unread = ['server/testing/', 'shared/simulation/'];

/** Reads the error messages of the server and the rules of fields, by file. */
export function readRefusals(): ReadonlyMap<string, ReadonlySet<string>> {
  const paths = ['server', 'shared'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  );
  const isRead = (path: string) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !unread.some((start) => path.startsWith(start));
  return new Map(
    paths.filter(isRead).map((path) => [
      path,
      new Set(
        refusalsIn(readFileSync(join(root, path), 'utf8'))
          .map(ruleOf)
          .filter(saysSomething),
      ),
    ]),
  );
}

/** Messages of zod itself about what users can send. */
export const zodRules = [
  'Invalid discriminator value. Expected {0}',
  'Invalid input',
  'Invalid input: expected {0}',
  'Invalid input: expected {0}, received {1}',
  'Invalid input: expected array, received undefined',
  'Invalid input: expected number, received undefined',
  'Invalid input: expected object, received undefined',
  'Invalid input: expected string, received undefined',
  'Invalid option: expected one of {0}',
  'Invalid string: must match pattern {0}',
  'Too big: expected array to have <={0} items',
  'Too big: expected number to be <={0}',
  'Too big: expected string to have <={0} characters',
  'Too small: expected number to be >={0}',
  'Too small: expected string to have >={0} characters',
  'Too small: expected string to have >=1 characters',
] as const;

/** Fields of forms, as an error message names them outside of a form. */
export const fieldNames = [
  'bio',
  'category',
  'description',
  'displayName',
  'email',
  'name',
  'password',
  'sentence',
  'tags',
  'text',
  'title',
] as const;
