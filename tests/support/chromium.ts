import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Usual paths of browsers; Playwright's own, if installed, last. */
const candidates = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  chromium.executablePath(),
];

/** Returns the path of the Chromium that CHROMIUM_PATH names, or else of the first at a usual path; undefined if there is none. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  return (named ? [named] : candidates).find((path) => existsSync(path));
}

/** Returns the path of a Chromium without a window, which opens a page in two thirds of the CPU time; any Chromium where there is none. */
export function findHeadlessShell(): string | undefined {
  return [process.env.CHROMIUM_PATH, '/usr/bin/chromium-headless-shell'].find((path) => path && existsSync(path)) ?? findChromium();
}

/** WebGPU on the CPU (SwiftShader), so that the real passes run on a machine without a GPU. */
const onProcessor = [
  '--use-webgpu-adapter=swiftshader',
  '--enable-unsafe-swiftshader',
  '--use-vulkan=swiftshader',
  '--use-angle=swiftshader',
  // A 2D canvas is drawn by the CPU itself, not by way of a graphics device that the CPU computes: reading one back took 75 ms.
  '--disable-accelerated-2d-canvas',
];
/** WebGPU on the machine's own GPU by Vulkan, also without a display. */
const onCard = ['--use-vulkan=native', '--use-angle=vulkan', '--disable-vulkan-surface'];

const everywhere = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--autoplay-policy=no-user-gesture-required',
];

/** Flags for WebGPU; `WEBGPU=hardware` selects the GPU of this machine. */
export const webgpuFlags = [
  ...everywhere,
  '--enable-unsafe-webgpu',
  ...(process.env.WEBGPU === 'hardware' ? onCard : onProcessor),
  '--ignore-gpu-blocklist',
  '--enable-features=Vulkan',
];

/** The same browser without WebGPU. */
export const plainFlags = [...everywhere, '--disable-features=WebGPU,Vulkan', '--disable-blink-features=WebGPU'];
