import { editPace } from '../../shared/room/rates.ts';
import { createTokenBucket } from '../../shared/room/token-bucket.ts';
import type { EditOutbox } from './edit-outbox.ts';

/** Minimum time between sends during a drag. */
const sendIntervalMs = 33;

/** Sends queued edits while `isOpen`, no faster than the room accepts them. */
export function createEditSender(outbox: EditOutbox, send: (request: unknown) => void, isOpen: () => boolean) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastSentMs = 0;
  /** The edits that may be sent at once. */
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
