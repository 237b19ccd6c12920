import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProgram } from '../support/find-program.ts';
import { endWith } from './end-with.ts';

/** A null sound device: without a device the audio clock of a browser does not run. */
export interface SoundDevice {
  /** Environment variables by which a browser plays on it. */
  readonly variables: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const startMilliseconds = 20_000;

/** Returns why this machine has no such sound device, as a sentence; null if it has. */
export function whyNoSoundDevice(): string | null {
  return findProgram('pulseaudio') ? null : 'There is no PulseAudio on this machine (Debian: sudo apt-get install pulseaudio).';
}

/** Starts a separate PulseAudio, which no other program of this machine uses. @throws Error if there is none, or it does not start */
export async function startSoundDevice(): Promise<SoundDevice> {
  const home = await mkdtemp(join(tmpdir(), 'harmonic-sound-'));
  const socket = join(home, 'native');
  const modules = ['module-null-sink', `module-native-protocol-unix socket=${socket} auth-anonymous=1`];
  const child = spawn('pulseaudio', ['-n', '--daemonize=no', '--exit-idle-time=-1', ...modules.map((module) => `--load=${module}`)], {
    stdio: 'ignore',
    env: { ...process.env, HOME: home, XDG_RUNTIME_DIR: home },
  });
  const end = endWith(child);
  let failure = '';
  child.on('error', (error) => (failure = error.message));
  child.on('exit', (code) => (failure ||= `it ended with ${code}`));
  const close = async () => {
    await end();
    await rm(home, { recursive: true, force: true });
  };
  for (const until = Date.now() + startMilliseconds; !existsSync(socket);) {
    if (failure === '' && Date.now() < until) {
      await sleep(50);
      continue;
    }
    await close();
    throw new Error(`PulseAudio does not start: ${failure || 'it says nothing'}`);
  }
  return { variables: { PULSE_SERVER: `unix:${socket}` }, close };
}
