import { pageMs } from '../common/page-clock.ts';

/** The room's time is asked for so often at first, to know it soon, and then less. */
const quickPings = 40;
const quickPingMs = 250;
const pingMs = 2000;

/** Asks for the room's time while `isOpen`: often at first, then now and then. */
export function createRoomPing(send: (request: { sentAt: number; needMs: number | null }) => void, isOpen: () => boolean) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pings = 0;
  let needMs: number | null = null;

  function ask(): void {
    clearTimeout(timer);
    if (!isOpen()) return;
    send({ sentAt: pageMs(), needMs });
    pings += 1;
    timer = setTimeout(ask, pings < quickPings ? quickPingMs : pingMs);
  }

  return {
    /** Begins anew, with a connection that is new. */
    begin() {
      pings = 0;
      ask();
    },
    /** Says from now on how far behind the room's clock this page has to stay. */
    need(next: number) {
      needMs = next;
    },
    stop: () => clearTimeout(timer),
  };
}
