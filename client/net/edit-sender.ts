import { editPace } from '../../shared/room/rates.ts';
import { createTokenBucket } from '../../shared/room/token-bucket.ts';
import type { EditOutbox } from './edit-outbox.ts';

/** Edits of a moving hand leave at most this often. */
const sendIntervalMs = 33;

/** Sends the edits that wait, no faster than the room takes them, while `isOpen`. */
export function createEditSender(outbox: EditOutbox, send: (request: unknown) => void, isOpen: () => boolean) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastSentMs = 0;
  /** Edits that may be sent at once. */
  const allowed = createTokenBucket(editPace, () => performance.now());

  function flush(): void {
    timer = null;
    if (!isOpen()) return;
    lastSentMs = performance.now();
    const requests = outbox.takeUnsent(allowed.available());
    allowed.spend(requests.length);
    for (const request of requests) send(request);
    if (outbox.unsent > 0) schedule();
  }

  function schedule(): void {
    if (timer !== null || !isOpen()) return;
    timer = setTimeout(flush, Math.max(0, lastSentMs + sendIntervalMs - performance.now()));
  }

  return { flush, schedule };
}
