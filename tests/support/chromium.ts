import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Where browsers usually are; Playwright's own, where it was installed, last. */
const candidates = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  chromium.executablePath(),
];

/** Path of the Chromium that CHROMIUM_PATH names, or else of one where it usually is; undefined when there is none. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  return (named ? [named] : candidates).find((path) => existsSync(path));
}

/** WebGPU on the processor (SwiftShader), so that the real passes run on a machine without a graphics card. */
const onProcessor = [
  '--use-webgpu-adapter=swiftshader',
  '--enable-unsafe-swiftshader',
  '--use-vulkan=swiftshader',
  '--use-angle=swiftshader',
];
/** WebGPU on the machine's own graphics card by Vulkan, also where no display hangs on it. */
const onCard = ['--use-vulkan=native', '--use-angle=vulkan', '--disable-vulkan-surface'];

const everywhere = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--autoplay-policy=no-user-gesture-required',
];

/** `WEBGPU=hardware` asks for the graphics card of this machine. */
export const webgpuFlags = [
  ...everywhere,
  '--enable-unsafe-webgpu',
  ...(process.env.WEBGPU === 'hardware' ? onCard : onProcessor),
  '--ignore-gpu-blocklist',
  '--enable-features=Vulkan',
];

/** The same browser without WebGPU. */
export const plainFlags = [...everywhere, '--disable-features=WebGPU,Vulkan', '--disable-blink-features=WebGPU'];
