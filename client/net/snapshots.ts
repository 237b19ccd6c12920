import type { SnapshotOffer } from '../../shared/room/messages.ts';
import {
  contentRangeOf,
  partFrom,
  rangeHeaderOf,
  readContentRange,
  maxSnapshotBytes,
  snapshotHeaders,
} from '../../shared/room/snapshot-parts.ts';
import type { ServerAddress } from './room-entry.ts';

/** The state of a run after `tick`, with all edits up to `sequence`. */
export interface TakenSnapshot {
  tick: number;
  sequence: number;
  hash: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const thisServer: ServerAddress = { origin: '' };
/** Longer than any connection fast enough for editing needs for one part. */
const patienceMs = 8000;
/** Attempts per part. */
const maxTries = 3;

/** Uploads a snapshot of the running universe to the room in parts, for members who join late. If it fails, they replay the edit log. */
export async function uploadSnapshot(url: string, snapshot: TakenSnapshot, { origin, headers } = thisServer): Promise<void> {
  const { tick, sequence, hash, bytes } = snapshot;
  const says = {
    ...headers,
    'content-type': 'application/octet-stream',
    [snapshotHeaders.tick]: String(tick),
    [snapshotHeaders.sequence]: String(sequence),
    [snapshotHeaders.hash]: hash,
  };
  const total = bytes.length;
  for (let part = partFrom(0, total); part.from < total; part = partFrom(part.to, total)) {
    const body = bytes.subarray(part.from, part.to);
    const request = {
      method: 'POST',
      headers: { ...says, 'content-range': contentRangeOf(part) },
      body,
      credentials: 'same-origin',
    } as const;
    const answer = await fetch(origin + url, { ...request, signal: AbortSignal.timeout(patienceMs) }).catch(() => null);
    if (!answer?.ok) return;
  }
}

/** Downloads an offered snapshot; returns null if it is unavailable or incomplete: then the edit log is replayed from its beginning. */
export async function downloadSnapshot(offer: SnapshotOffer, at = thisServer): Promise<Uint8Array<ArrayBuffer> | null> {
  let bytes: Uint8Array<ArrayBuffer> | null = null;
  let have = 0;
  for (let tries = 0; tries < maxTries;) {
    const part = await downloadPart(offer.url, have, at);
    if (part === 'gone') return null;
    if (part === null) {
      tries += 1;
      continue;
    }
    tries = 0;
    bytes ??= new Uint8Array(part.total);
    if (part.total !== bytes.length) return null;
    bytes.set(part.bytes, have);
    have += part.bytes.length;
    if (have === bytes.length) return bytes;
  }
  return null;
}

/** Downloads the part from a byte on; null if the connection broke, `gone` if the snapshot no longer exists or the response is invalid. */
async function downloadPart(url: string, from: number, { origin, headers }: ServerAddress) {
  try {
    const request = { headers: { ...headers, range: rangeHeaderOf(from) }, credentials: 'same-origin' } as const;
    const answer = await fetch(origin + url, { ...request, signal: AbortSignal.timeout(patienceMs) });
    const part = readContentRange(answer.headers.get('content-range'));
    if (!answer.ok || part?.from !== from || part.total > maxSnapshotBytes) return 'gone';
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return bytes.length === part.to - part.from ? { bytes, total: part.total } : 'gone';
  } catch {
    return null;
  }
}
