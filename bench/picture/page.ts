import { measureRaster } from './raster.ts';

const benches = { measureRaster };

declare global {
  interface Window {
    benches?: typeof benches;
  }
}

window.benches = benches;
