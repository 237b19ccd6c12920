import { inBrowser } from './picture/in-browser.ts';
import { rounded } from './statistics.ts';

const rounds = 5;

/** Compares a whole frame of one million particles at 1024² (upload, splat, trails, bloom, tone) with its splat alone. */
export async function run(): Promise<Record<string, unknown>> {
  const { frame, splat } = await inBrowser('measureFrame', rounds);
  return { ratio: rounded(frame / splat), frame_ms: rounded(frame), splat_ms: rounded(splat) };
}
