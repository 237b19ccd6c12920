import { existsSync } from 'node:fs';

/** Where browsers usually are, the variable first. */
const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a Chromium, or undefined when there is none where one usually is. */
export function findChromium(): string | undefined {
  return candidates.find((path): path is string => path !== undefined && existsSync(path));
}

/** WebGPU on the processor (SwiftShader), so that the real passes run on a machine without a graphics card. */
export const webgpuFlags = [
  '--no-sandbox',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--enable-features=Vulkan',
  '--use-vulkan=swiftshader',
  '--use-angle=swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--autoplay-policy=no-user-gesture-required',
];

/** The same browser without WebGPU. */
export const plainFlags = webgpuFlags.filter((flag) => !flag.includes('webgpu')).concat('--disable-features=WebGPU,Vulkan');
