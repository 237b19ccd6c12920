import { measureCounts } from './counts.ts';
import { measureFrame } from './frame.ts';
import { measurePasses } from './passes.ts';
import { measurePeer } from './peer.ts';
import { measureRaster } from './raster.ts';

const benches = { measureRaster, measureFrame, measurePeer, measureCounts, measurePasses };

declare global {
  interface Window {
    benches?: typeof benches;
  }
}

window.benches = benches;
