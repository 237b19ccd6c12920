import { existsSync, globSync } from 'node:fs';
import { findProgram } from './find-program.ts';

/** What WebKit is run by: its browser, what drives it, and the display that its window is on. */
export interface Webkit {
  readonly browser: string;
  readonly driver: string;
  readonly display: string;
}

/** Debian keeps the browser beside the library, in a folder of the machine's own kind. */
const browserPlaces = '/usr/{lib,lib/*,libexec}/webkit2gtk-4.1/MiniBrowser';

/** Finds WebKitGTK, its driver and Xvfb, and where the browser is the one that WEBKIT_PATH names; undefined where one of them is missing. */
export function findWebkit(): Webkit | undefined {
  const named = process.env.WEBKIT_PATH;
  const browser = (named ? [named] : globSync(browserPlaces)).find((path) => existsSync(path));
  const driver = findProgram('WebKitWebDriver');
  const display = findProgram('Xvfb');
  return browser && driver && display ? { browser, driver, display } : undefined;
}

/** Why WebKit can not be tested on this machine, in a sentence; null where it can. */
export function whyNoWebkit(): string | null {
  if (findWebkit()) return null;
  return 'There is no WebKit on this machine that could be driven (Debian: sudo apt-get install webkit2gtk-driver xvfb; WEBKIT_PATH names its MiniBrowser).';
}

/** What WebKit has to find in its environment: no sandbox, as containers have none, and pictures by the processor. */
export const webkitVariables: Readonly<Record<string, string>> = {
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  WEBKIT_DISABLE_DMABUF_RENDERER: '1',
  LIBGL_ALWAYS_SOFTWARE: '1',
};
