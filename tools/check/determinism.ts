/** Finds uses that code which simulates or composes must avoid, since engines differ in them or they depend on time. */
import { parseSync } from 'vite';

/** Folders whose code must give the same bits in every engine. */
const deterministicFolders = /^shared\/(math|parameters|simulation|music|coupling|universe)\//;

/** Conversions between values and positions of controls: their result becomes an edit before it reaches a universe. */
const ofControls = new Set(['shared/parameters/normalise.ts']);

/** The only members of Math that all engines compute equally; without `round`, since it differs from floor(x + 0.5). */
const exactMembers = new Set(['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'sign', 'sqrt', 'trunc']);

const inexact = 'engines compute it differently: use shared/math';
const timeless = 'a universe has no time but its ticks';
const seeded = 'randomness comes from the seed';
const prompt = 'a step waits for nothing';
const tongueless = 'languages differ between machines';
const around = 'it bypasses all other rules';
const forgetful = 'the time of garbage collection differs between runs';

/** Names that code may not refer to, regardless of their origin. */
const forbiddenNames: ReadonlyMap<string, string> = new Map([
  ...['Date', 'performance', 'Temporal'].map((name) => [name, timeless] as const),
  ...['crypto', 'randomUUID'].map((name) => [name, seeded] as const),
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'].map((name) => [name, prompt] as const),
  ...['Intl', 'localeCompare'].map((name) => [name, tongueless] as const),
  // The types of shared code do not include the globals of browsers and Node.
  ...['globalThis', 'eval', 'Function', 'Reflect'].map((name) => [name, around] as const),
  ...['WeakRef', 'FinalizationRegistry'].map((name) => [name, forgetful] as const),
]);

/** Members that may not be read from any object. */
const forbiddenMembers = /^(?:Math|localeCompare|toLocale\w*|randomUUID|getRandomValues)$/;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** Tells whether a file, given by its path from the root, is code that simulates or composes. */
export function isDeterministic(path: string): boolean {
  return deterministicFolders.test(path) && path.endsWith('.ts') && !ofControls.has(path) && !/[.]test([.]|-support)/.test(path);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

/** Returns the name of the member that an expression reads; null if it is not a constant. */
function memberOf({ computed, property }: Node): string | null {
  if (!isNode(property)) return null;
  if (computed !== true) return property.name as string;
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : null;
}

/** Returns the fields of a node that hold a name without a reference. */
function bareFields({ type, computed }: Node): readonly string[] {
  if (type === 'ImportSpecifier') return ['imported'];
  if (type === 'ExportSpecifier') return ['exported'];
  if (computed === true) return [];
  return type === 'MemberExpression' ? ['property'] : ['key'];
}

function faultOfCall({ callee, arguments: given }: Node): string | null {
  if (!isNode(callee) || callee.type !== 'MemberExpression') return null;
  const sorts = ['sort', 'toSorted'].includes(memberOf(callee) ?? '') && (given as Node[]).length === 0;
  return sorts ? 'without a comparison it sorts by text' : null;
}

function faultOfMember(node: Node): string | null {
  const { object } = node;
  const member = memberOf(node);
  if (isNode(object) && object.type === 'Identifier' && object.name === 'Math') return exactMembers.has(member ?? '') ? null : inexact;
  if (!forbiddenMembers.test(member ?? '')) return null;
  if (member === 'Math') return around;
  return member!.includes('ocale') ? tongueless : seeded;
}

/** Returns why a node is not allowed; null if it is. */
function faultOf(node: Node): string | null {
  switch (node.type) {
    case 'Identifier':
      // The object of a member expression is not visited separately.
      return node.name === 'Math' ? inexact : (forbiddenNames.get(node.name as string) ?? null);
    case 'MemberExpression':
      return faultOfMember(node);
    case 'BinaryExpression':
    case 'AssignmentExpression':
      return node.operator === '**' || node.operator === '**=' ? 'powers differ between engines: use shared/math' : null;
    case 'ForInStatement':
      return 'it includes inherited properties: use Object.keys';
    case 'CallExpression':
      return faultOfCall(node);
    case 'ImportExpression':
    case 'MetaProperty':
      return around;
    default:
      return null;
  }
}

/** Returns the children of a node that can refer to something. */
function childrenOf(node: Node): Node[] {
  const bare = bareFields(node);
  return Object.entries(node)
    .filter(([field]) => !bare.includes(field))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter(isNode)
    .filter((child) => !(node.type === 'MemberExpression' && child === node.object && child.name === 'Math'));
}

/** Lists the forbidden uses of a source text, as `line: code: reason`. */
export function inexactUses(source: string): string[] {
  const { program, errors } = parseSync('source.ts', source);
  if (errors.length > 0) return [`1: ${errors[0].message}`];
  const faults: { start: number; text: string }[] = [];
  const visit = (node: Node) => {
    const reason = faultOf(node);
    if (reason) {
      const line = source.slice(0, node.start).split('\n').length;
      faults.push({
        start: node.start,
        text: `${line}: ${source
          .slice(node.start, node.start + 32)
          .split('\n')[0]
          .trim()}: ${reason}`,
      });
    }
    childrenOf(node).forEach(visit);
  };
  visit(program as unknown as Node);
  return faults.toSorted((a, b) => a.start - b.start).map(({ text }) => text);
}
