import { canDrawInWorker, createPageHost, createWorkerHost, type PictureHost } from './picture-host.ts';
import type { PictureReport } from './protocol.ts';

/** Reports of the picture itself; the others are about the thread. */
export type DrawingReport = Exclude<PictureReport, { kind: 'alive' | 'unable' }>;

interface DrawingEvents {
  /** Sends a host that has just been made all that it draws. @throws where canvas or memory can not be handed to a thread. */
  begin(host: PictureHost): void;
  report(report: DrawingReport, host: PictureHost): void;
  /** The worker is given up: its requests stay unanswered. */
  workerLost(): void;
  /** Nothing can be drawn in this browser. */
  failed(): void;
}

/** Draws in a worker where the browser allows that, and on the page where it does not, or from the failure of the worker on. */
interface DrawingHost {
  readonly host: PictureHost;
  dispose(): void;
}

export function createDrawingHost(events: DrawingEvents): DrawingHost {
  let host: PictureHost | null = null;
  const receive = (report: PictureReport, unable: () => void) => {
    if (report.kind === 'unable') unable();
    else if (report.kind !== 'alive' && host) events.report(report, host);
  };
  const openOnPage = () => createPageHost((report) => receive(report, events.failed), events.failed);

  const drawOnPage = () => {
    events.workerLost();
    host?.dispose();
    host = openOnPage();
    events.begin(host);
  };

  const openInWorker = (): PictureHost | null => {
    try {
      if (canDrawInWorker()) return createWorkerHost((report) => receive(report, drawOnPage), drawOnPage);
    } catch (error) {
      console.warn(error);
    }
    return null;
  };

  host = openInWorker() ?? openOnPage();
  try {
    events.begin(host);
  } catch (error) {
    if (host.thread === 'page') throw error;
    console.warn(error);
    drawOnPage();
  }

  return {
    get host() {
      return host!;
    },
    dispose: () => host!.dispose(),
  };
}
