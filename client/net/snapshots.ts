import type { SnapshotOffer } from '../../shared/room/messages.ts';

/** Hands a snapshot of the running universe to the room, for somebody who joins late. A failure is theirs to survive: they replay the log. */
export async function uploadSnapshot(
  url: string,
  snapshot: { tick: number; sequence: number; bytes: Uint8Array<ArrayBuffer> },
): Promise<void> {
  const headers = { 'content-type': 'application/octet-stream', 'x-tick': String(snapshot.tick), 'x-sequence': String(snapshot.sequence) };
  await fetch(url, { method: 'POST', headers, body: snapshot.bytes, credentials: 'same-origin' }).catch(() => null);
}

/** Longer than any line that one would play along on takes. */
const patienceMs = 8000;

/** The bytes of an offered snapshot, or null when it can't be had in time, or not to its end: then the log is replayed from its beginning. */
export async function downloadSnapshot(offer: SnapshotOffer): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const response = await fetch(offer.url, { credentials: 'same-origin', signal: AbortSignal.timeout(patienceMs) });
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
