import type { UniverseDocument } from '../universe/index.ts';
import { columnsOf } from './columns.ts';
import type { UniverseWorld } from './world.ts';

/** Form of a snapshot: 'HUS1', length of the header, the header as JSON padded to 8 bytes, then the columns in the order of the registry. */
const magic = 0x31535548;
const preambleBytes = 8;

interface SnapshotHeader {
  document: UniverseDocument;
  /** Name and bytes of each column. */
  columns: [string, number][];
}

const pad8 = (bytes: number) => Math.ceil(bytes / 8) * 8;

export function encodeSnapshot(world: UniverseWorld): Uint8Array<ArrayBuffer> {
  const columns = columnsOf(world.stores);
  const header: SnapshotHeader = {
    document: world.authoredDocument,
    columns: columns.map(({ name, column }) => [name, column.byteLength]),
  };
  const text = JSON.stringify(header).replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const begin = preambleBytes + pad8(text.length);
  const bytes = new Uint8Array(begin + columns.reduce((sum, { column }) => sum + pad8(column.byteLength), 0));
  new Uint32Array(bytes.buffer, 0, 2).set([magic, text.length]);
  for (let i = 0; i < text.length; i++) bytes[preambleBytes + i] = text.charCodeAt(i);
  let at = begin;
  for (const { column } of columns) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += pad8(column.byteLength);
  }
  return bytes;
}

/**
 * Returns the document of a snapshot as it was stored, and a function that fills a world made from it. @throws Error when the bytes are no
 * snapshot of this version.
 */
export function decodeSnapshot(bytes: Uint8Array): { stored: unknown; fill: (world: UniverseWorld) => void } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < preambleBytes || view.getUint32(0, true) !== magic) throw new Error('not a snapshot: it does not begin as one');
  const length = view.getUint32(4, true);
  let text = '';
  for (let i = 0; i < length; i++) text += String.fromCharCode(bytes[preambleBytes + i]);
  const header = JSON.parse(text) as SnapshotHeader;
  const whole = header.columns.reduce((sum, [, columnBytes]) => sum + pad8(columnBytes), preambleBytes + pad8(length));
  if (bytes.length !== whole) throw new Error(`snapshot: ${bytes.length} bytes where its header speaks of ${whole}`);
  return {
    stored: header.document,
    fill(world) {
      let at = preambleBytes + pad8(length);
      columnsOf(world.stores).forEach(({ name, column }, index) => {
        const [storedName, storedBytes] = header.columns[index] ?? [];
        if (storedName !== name || storedBytes !== column.byteLength)
          throw new Error(`snapshot: column ${name} is missing or of another size`);
        new Uint8Array(column.buffer, column.byteOffset, column.byteLength).set(bytes.subarray(at, at + column.byteLength));
        at += pad8(column.byteLength);
      });
    },
  };
}
