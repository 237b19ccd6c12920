import { createDriveDesk, type DriveDesk } from './drive-desk.ts';
import { createMidiDesk, type MidiDesk, type MidiDeskOptions } from './midi-desk.ts';

/** What hands use beside the page itself: other instruments, and sounds of their own. */
export interface Desks {
  readonly midi: MidiDesk;
  readonly driving: DriveDesk;
}

export function createDesks(options: MidiDeskOptions & { drive: Parameters<typeof createDriveDesk>[1] }): Desks {
  return { midi: createMidiDesk(options), driving: createDriveDesk(options.store, options.drive) };
}
