/** What a test asks of a browser that Playwright does not drive. */
export interface EngineBrowser {
  readonly name: 'firefox' | 'webkit';
  readonly version: string;
  /** Folder that it saves files to, where it does so without a window that asks. */
  readonly downloads?: string;
  /** A new page of somebody of their own: it shares no cookies and no storage with the others. */
  newPage(): Promise<EnginePage>;
  close(): Promise<void>;
}

/** One page. Elements are found through open shadow roots, as people see them. */
export interface EnginePage {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function in the page with values that JSON can carry, waits for its promise. @throws Error what it throws */
  evaluate<Result, Values extends readonly unknown[]>(
    run: (...values: Values) => Result | Promise<Result>,
    ...values: Values
  ): Promise<Result>;
  /** Waits until the function gives something truthy. @throws Error naming the function after `milliseconds` (90 000) */
  waitFor<Result, Values extends readonly unknown[]>(
    run: (...values: Values) => Result | null | undefined | false,
    values: Values,
    milliseconds?: number,
  ): Promise<Result>;
  /** Presses the middle of the first element that the selector finds, by the browser's own pointer. @throws Error where it is absent */
  press(selector: string): Promise<void>;
  /** Presses a place of the window, CSS pixels from its upper left corner. */
  pressAt(x: number, y: number): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  /** What was thrown in the page and caught nowhere, and what was written to its console as an error (where the driver tells), oldest first. */
  readonly errors: () => Promise<readonly string[]>;
  /** PNG of what the window shows. */
  screenshot(): Promise<Uint8Array>;
  close(): Promise<void>;
}
