import { canDrawInWorker, createPageHost, createWorkerHost, type DrawingReport, type PictureHost } from './picture-host.ts';

interface DrawingEvents {
  /** Sends a host that has just been made all that it draws. @throws where canvas or memory can not be handed to a thread. */
  begin(host: PictureHost): void;
  report(report: DrawingReport, host: PictureHost): void;
  /** The worker is given up: its requests stay unanswered. */
  workerLost(): void;
  /** Nothing can be drawn in this browser. */
  failed(): void;
}

/**
 * Draws in a worker where the browser allows that, and on the page where it does not, or from the failure of the worker on. Returns a
 * function that gives the present host.
 */
export function openDrawingHost({ begin, report, workerLost, failed }: DrawingEvents): () => PictureHost {
  let host: PictureHost | null = null;
  const tell = (made: DrawingReport) => host && report(made, host);
  const drawOnPage = () => {
    workerLost();
    host?.dispose();
    host = createPageHost(tell, failed);
    begin(host);
  };
  const drawInWorker = (): boolean => {
    try {
      if (!canDrawInWorker()) return false;
      host = createWorkerHost(tell, drawOnPage);
      begin(host);
      return true;
    } catch (error) {
      console.warn(error);
      return false;
    }
  };
  if (!drawInWorker()) drawOnPage();
  return () => host!;
}
