import type { EnginePage } from './driver.ts';
import { middleOf } from './in-page.ts';
import { pollFor } from './poll.ts';

/** Operations that each driver implements itself. */
interface Driver extends Pick<EnginePage, 'evaluate' | 'pressAt'> {
  /** Tells an error of a page that navigates from others. */
  readonly isPassing: (error: unknown) => boolean;
}

/** Adds waiting and pressing to a driver. */
export function driven({ evaluate, pressAt, isPassing }: Driver): Pick<EnginePage, 'evaluate' | 'waitFor' | 'press' | 'pressAt'> {
  return {
    evaluate,
    waitFor: (run, values, milliseconds) =>
      pollFor(() => evaluate(run, ...values), `${run.toString()} of ${JSON.stringify(values)}`, isPassing, milliseconds),
    async press(selector) {
      const middle = await evaluate(middleOf, selector);
      if (!middle) throw new Error(`there is nothing to press: ${selector}`);
      await pressAt(middle.x, middle.y);
    },
    pressAt,
  };
}

/** Returns the WebDriver actions that type a text. */
export const keyActions = (text: string) =>
  [...text].flatMap((value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]);
