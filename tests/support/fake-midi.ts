/** Controls the devices that `plugFakeMidi` installs. */
export interface FakeMidi {
  /** Plays bytes on the keyboard. */
  play(...bytes: number[]): void;
  /** Unplugs the keyboard, or plugs it in again. */
  plug(isThere: boolean): void;
  /** Messages that the MIDI output received: bytes and the time in ms. */
  readonly sent: { bytes: number[]; atMs: number }[];
}

/** Installs a MIDI keyboard, “Test Keys”, and a MIDI output, “Test Synth”; runs in the page before its scripts. */
export function plugFakeMidi(): void {
  const sent: FakeMidi['sent'] = [];
  const port = (id: string, name: string, type: string) => {
    const made = Object.assign(new EventTarget(), {
      id,
      name,
      type,
      manufacturer: '',
      version: '1',
      state: 'connected',
      connection: 'open',
      onmidimessage: null as ((event: unknown) => void) | null,
      onstatechange: null,
      open: () => Promise.resolve(made),
      close: () => Promise.resolve(made),
      clear: () => undefined,
      send: (bytes: Iterable<number>, atMs?: number) => void sent.push({ bytes: [...bytes], atMs: atMs ?? performance.now() }),
    });
    return made;
  };
  const keys = port('keys', 'Test Keys', 'input');
  const access = Object.assign(new EventTarget(), {
    inputs: new Map([['keys', keys]]),
    outputs: new Map([['synth', port('synth', 'Test Synth', 'output')]]),
    sysexEnabled: false,
    onstatechange: null as ((event: unknown) => void) | null,
  });
  Object.assign(navigator, { requestMIDIAccess: () => Promise.resolve(access) });
  const fake: FakeMidi = {
    play: (...bytes) => keys.onmidimessage?.({ data: new Uint8Array(bytes), timeStamp: performance.now(), target: keys }),
    plug(isThere) {
      if (isThere) access.inputs.set('keys', keys);
      else access.inputs.delete('keys');
      access.onstatechange?.({ port: keys });
    },
    sent,
  };
  Object.assign(window, { fakeMidi: fake });
}
