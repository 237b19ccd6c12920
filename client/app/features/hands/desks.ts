import { createDriveDesk, type DriveDesk } from './drive-desk.ts';
import { createMidiDesk, type MidiDesk, type MidiDeskOptions } from './midi-desk.ts';

/** Inputs beside the page itself: MIDI devices, and the user's own sound. */
export interface Desks {
  readonly midi: MidiDesk;
  readonly driving: DriveDesk;
}

export function createDesks(options: MidiDeskOptions & { drive: Parameters<typeof createDriveDesk>[1] }): Desks {
  return { midi: createMidiDesk(options), driving: createDriveDesk(options.store, options.drive) };
}
