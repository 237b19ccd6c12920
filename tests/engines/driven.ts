import type { EnginePage } from './driver.ts';
import { middleOf } from './in-page.ts';
import { pollFor } from './poll.ts';

/** What the driver of a page does by itself. */
interface Driver extends Pick<EnginePage, 'evaluate' | 'pressAt'> {
  /** Whether an error is that of a page on its way to another one. */
  readonly isPassing: (error: unknown) => boolean;
}

/** What follows from that for the page: how it is waited for, and how what is in it is pressed. */
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

/** The keys of a text, as WebDriver is told to press them. */
export const keyActions = (text: string) =>
  [...text].flatMap((value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]);
