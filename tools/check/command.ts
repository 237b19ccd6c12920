import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

export interface CheckOutcome {
  ok: boolean;
  output: string;
  /** Notes to print although the check passes. */
  notes?: readonly string[];
}

/** Runs a program in the root of the repository; one of node_modules takes precedence. */
export function runCommand(program: string, ...parameters: string[]): Promise<CheckOutcome> {
  const path = `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`;
  return new Promise((resolve) => {
    const child = spawn(program, parameters, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, PATH: path } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', (error) => resolve({ ok: false, output: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });
}
