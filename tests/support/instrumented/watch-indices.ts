import { relative } from 'node:path';
import { parseSync, type Plugin } from 'vite';

/** Name of the global function that receives every computed index: `(object, index, place) => index`. */
export const watcherName = 'harmonicWatchIndex';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

/** Tells whether an expression can be evaluated twice: names, literals, and members and operations of these. */
function isRepeatable(node: Node): boolean {
  switch (node.type) {
    case 'Identifier':
    case 'Literal':
      return true;
    case 'MemberExpression':
      return isRepeatable(node.object as Node) && (node.computed !== true || isRepeatable(node.property as Node));
    case 'TSNonNullExpression':
    case 'BinaryExpression':
      return [node.expression, node.left, node.right].filter(isNode).every(isRepeatable);
    default:
      return false;
  }
}

/** Replaces each `object[index]` of a source text by `object[watch(object, index, place)]`. @returns the text and their number */
export function watched(source: string, file: string): { code: string; count: number } {
  const insertions: { at: number; text: string }[] = [];
  const visit = (node: Node) => {
    if (node.type === 'MemberExpression' && node.computed === true) {
      const object = node.object as Node;
      const property = node.property as Node;
      if (isRepeatable(object) && typeof property.value !== 'string') {
        const place = `${file}:${source.slice(0, node.start).split('\n').length}`;
        insertions.push({ at: property.start, text: `${watcherName}(${source.slice(object.start, object.end)}, ` });
        insertions.push({ at: property.end, text: `, ${JSON.stringify(place)})` });
      }
    }
    Object.values(node)
      .flatMap((value): unknown => value)
      .filter(isNode)
      .forEach(visit);
  };
  visit(parseSync(file, source).program as unknown as Node);
  let code = '';
  let from = 0;
  for (const { at, text } of insertions.toSorted((a, b) => a.at - b.at)) {
    code += source.slice(from, at) + text;
    from = at;
  }
  return { code: code + source.slice(from), count: insertions.length / 2 };
}

/** Returns a plugin that watches every computed index of the modules in `folder`, which `alter` may change before. */
export function watchIndices(root: string, folder: string, alter = (source: string, _file: string) => source): Plugin {
  return {
    name: 'watch-indices',
    enforce: 'pre',
    transform(source, id) {
      const file = relative(root, id);
      return file.startsWith(folder) && file.endsWith('.ts') ? watched(alter(source, file), file).code : null;
    },
  };
}
