import { pageMs } from '../common/page-clock.ts';

/** Pings are frequent at first, to measure the room's time soon, and then rare. */
const quickPings = 40;
const quickPingMs = 250;
const pingMs = 2000;

/** Asks for the room's time while `isOpen`: often at first, then rarely. */
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
    /** Starts over with a new connection. */
    begin() {
      pings = 0;
      ask();
    },
    /** Sets how far behind the room's clock this page has to stay; sent from now on. */
    need(next: number) {
      needMs = next;
    },
    stop: () => clearTimeout(timer),
  };
}
