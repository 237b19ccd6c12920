import { existsSync, globSync } from 'node:fs';
import { findProgram } from './find-program.ts';

/** Programs that run WebKit: the browser, its driver, and the virtual display. */
export interface Webkit {
  readonly browser: string;
  readonly driver: string;
  readonly display: string;
}

/** Paths of the browser on Debian: beside the library, in a folder by architecture. */
const browserPlaces = '/usr/{lib,lib/*,libexec}/webkit2gtk-4.1/MiniBrowser';

/** Finds WebKitGTK (WEBKIT_PATH or a usual path), its driver and Xvfb; returns undefined if one of them is missing. */
export function findWebkit(): Webkit | undefined {
  const named = process.env.WEBKIT_PATH;
  const browser = (named ? [named] : globSync(browserPlaces)).find((path) => existsSync(path));
  const driver = findProgram('WebKitWebDriver');
  const display = findProgram('Xvfb');
  return browser && driver && display ? { browser, driver, display } : undefined;
}

/** Returns why WebKit cannot be tested on this machine, as a sentence; null if it can. */
export function whyNoWebkit(): string | null {
  if (findWebkit()) return null;
  return 'There is no WebKit on this machine that could be driven (Debian: sudo apt-get install webkit2gtk-driver xvfb; WEBKIT_PATH names its MiniBrowser).';
}

/** Environment of WebKit: no sandbox, which does not work in containers, and software rendering. */
export const webkitVariables: Readonly<Record<string, string>> = {
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  WEBKIT_DISABLE_DMABUF_RENDERER: '1',
  LIBGL_ALWAYS_SOFTWARE: '1',
};
