import { effect } from '@preact/signals-core';
import type { Feature } from '../../feature.ts';
import { keepEarlyErrors } from './early-errors.ts';

/** Reports are loaded after the first picture, or after this time where there is none. */
const patienceMs = 10_000;

/** Errors and measurements of the page, for the operator of the server. */
export const reportsFeature = {
  name: 'reports',
  start(app) {
    const early = keepEarlyErrors();
    let isBegun = false;
    const begin = () => {
      if (isBegun) return;
      isBegun = true;
      // The user did not ask for it, so a failure is silent.
      void import('./reporting.ts').then(
        ({ startReporting }) => startReporting(app, early),
        () => null,
      );
    };
    effect(() => {
      if (app.store.isSeen.value) begin();
    });
    setTimeout(begin, patienceMs);
  },
} satisfies Feature;
