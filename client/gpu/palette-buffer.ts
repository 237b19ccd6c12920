import type { ParameterValues } from '../../shared/parameters/index.ts';
import { paletteSize, paletteTable } from './palettes.ts';
import type { Resources } from './resources.ts';

const entryBytes = 16;

/** Makes the buffers of the palette; returns a function that uploads the palette of the parameters where it has changed. */
export function createPaletteBuffer(device: GPUDevice, resources: Resources): (parameters: ParameterValues) => void {
  resources.buffer('paletteLab', paletteSize * entryBytes);
  resources.buffer('palette', paletteSize * entryBytes);
  let uploaded = '';

  return (parameters) => {
    const { palette, paletteLow, paletteMiddle, paletteHigh, key, scale, customScale } = parameters;
    const wanted = [palette, paletteLow, paletteMiddle, paletteHigh, key, scale, customScale].join(' ');
    if (wanted === uploaded) return;
    uploaded = wanted;
    device.queue.writeBuffer(resources.get('paletteLab') as GPUBuffer, 0, paletteTable(parameters));
  };
}
