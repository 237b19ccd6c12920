import { inBrowser } from './picture/in-browser.ts';
import { rounded } from './statistics.ts';

const rounds = 5;
/** Share of a picture that is lit at least, for its time to count. */
const leastLit = 0.1;

/**
 * A frame of one million particles at 1024² by the picture, with its soft light, trails, bloom and tone, against three.js's
 * WebGPU renderer with the same points, one pixel each and nothing else. @throws Error where one of them shows next to nothing.
 */
export async function run(): Promise<Record<string, unknown>> {
  const { milliseconds, lit } = await inBrowser('measurePeer', rounds);
  if (Math.min(lit.picture, lit.three) < leastLit) throw new Error(`too little is lit: ${JSON.stringify(lit)}`);
  return {
    ratio: rounded(milliseconds.three / milliseconds.picture),
    picture_ms: rounded(milliseconds.picture),
    three_ms: rounded(milliseconds.three),
    picture_lit: rounded(lit.picture),
    three_lit: rounded(lit.three),
  };
}
