/** What a test does with the devices that `plugFakeMidi` plugs in. */
export interface FakeMidi {
  /** Plays bytes on the keyboard. */
  play(...bytes: number[]): void;
  /** Pulls the keyboard's cable, or puts it back. */
  plug(isThere: boolean): void;
  /** What the instrument was sent: bytes and the moment in ms. */
  readonly sent: { bytes: number[]; atMs: number }[];
}

/** Gives a page a MIDI keyboard, “Test Keys”, and an instrument, “Test Synth”; to be run in the page before anything else. */
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
