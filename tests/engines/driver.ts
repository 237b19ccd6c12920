/** A browser that Playwright does not drive, as tests use it. */
export interface EngineBrowser {
  readonly name: 'firefox' | 'webkit';
  readonly version: string;
  /** Folder of downloads, if the browser saves them without a dialog. */
  readonly downloads?: string;
  /** Opens a page of a new user: it shares no cookies and no storage with the others. */
  newPage(): Promise<EnginePage>;
  close(): Promise<void>;
}

/** A page of such a browser. Selectors find elements in open shadow roots too. */
export interface EnginePage {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function in the page with values that JSON can carry, and waits for its promise. @throws Error that the function throws */
  evaluate<Result, Values extends readonly unknown[]>(
    run: (...values: Values) => Result | Promise<Result>,
    ...values: Values
  ): Promise<Result>;
  /** Waits until the function returns a truthy value. @throws Error naming the function after `milliseconds` (90 000) */
  waitFor<Result, Values extends readonly unknown[]>(
    run: (...values: Values) => Result | null | undefined | false,
    values: Values,
    milliseconds?: number,
  ): Promise<Result>;
  /** Presses the middle of the first element that the selector finds, with the browser's own pointer. @throws Error if there is none */
  press(selector: string): Promise<void>;
  /** Presses a point of the window, CSS pixels from its upper left corner. */
  pressAt(x: number, y: number): Promise<void>;
  /** Types into the focused element. */
  type(text: string): Promise<void>;
  /** Uncaught errors of the page, and errors of its console (if the driver reports them), oldest first. */
  readonly errors: () => Promise<readonly string[]>;
  /** Returns a PNG of the window. */
  screenshot(): Promise<Uint8Array>;
  close(): Promise<void>;
}
