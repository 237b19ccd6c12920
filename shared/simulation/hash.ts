import { columnsOf } from './columns.ts';
import type { UniverseWorld } from './world.ts';

const prime = 0x01000193;

/** Two lanes of 32 bits over words (after FNV-1a and the finalisers of MurmurHash3); not meant against adversaries. */
interface Lanes {
  a: number;
  b: number;
}

function addWords(lanes: Lanes, words: Uint32Array): void {
  let { a, b } = lanes;
  for (let i = 0; i < words.length; i++) {
    a = Math.imul(a ^ words[i], prime);
    a ^= a >>> 15;
    b = (Math.imul(b ^ words[i], 0x85ebca6b) + a) | 0;
  }
  lanes.a = a;
  lanes.b = b;
}

function hexOf(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}

/**
 * 16 hexadecimal digits over every column and the document: equal states give equal hashes, and a difference of a bit gives another hash.
 */
export function hashWorld(world: UniverseWorld): string {
  const lanes = { a: 0x811c9dc5, b: 0xc9dc5118 };
  for (const { column } of columnsOf(world.stores)) addWords(lanes, wordsOf(column));
  const text = JSON.stringify(world.authoredDocument);
  addWords(
    lanes,
    Uint32Array.from(text, (character) => character.codePointAt(0) ?? 0),
  );
  return hexOf(lanes.a) + hexOf(lanes.b);
}

/** The memory of a column as words: its buffer is its own and padded. */
function wordsOf(column: { readonly buffer: ArrayBufferLike }): Uint32Array {
  return new Uint32Array(column.buffer, 0, Math.floor(column.buffer.byteLength / 4));
}
