import type { FoundError } from './error-place.ts';

const maxKept = 20;

/** Listens to errors of the page from the start, and keeps them until reports are loaded. */
export interface EarlyErrors {
  /** Passes on what was kept, and from then on each error as it happens. */
  tell(listener: (found: FoundError) => void): void;
}

export function keepEarlyErrors(): EarlyErrors {
  const kept: FoundError[] = [];
  let hear = (found: FoundError): void => {
    if (kept.length < maxKept) kept.push(found);
  };
  addEventListener('error', ({ error, filename, lineno, colno }) =>
    hear({ kind: 'script', thrown: error as unknown, at: `${filename}:${lineno}:${colno}` }),
  );
  addEventListener('unhandledrejection', ({ reason }) => hear({ kind: 'promise', thrown: reason as unknown }));
  return {
    tell(listener) {
      hear = listener;
      for (const found of kept) listener(found);
    },
  };
}
