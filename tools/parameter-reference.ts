/** `npm run docs`: writes `docs/parameters.md` from the registry. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Parameter, parameterGroups, registry } from '../shared/parameters/index.ts';

export const referencePath = join(import.meta.dirname, '..', 'docs', 'parameters.md');

const titles = { physics: 'Physics', music: 'Music', audio: 'Audio', visualization: 'Visualization', coupling: 'Coupling' };

function rangeOf(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'number':
    case 'integer':
      return `${parameter.min} to ${parameter.max}${parameter.unit ? ` ${parameter.unit}` : ''}${parameter.scale === 'log' ? ', log' : ''}`;
    case 'choice':
      return parameter.choices.join(', ');
    case 'switch':
      return 'on, off';
    case 'pitches':
      return 'twelve 0s and 1s, upwards from the key; the first and another are 1';
    case 'colour':
      return 'a colour, `#rrggbb`';
  }
}

function defaultOf({ default: value }: Parameter): string {
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
}

/** Returns the reference of all parameters as Markdown. */
export function parameterReference(): string {
  const groups = parameterGroups.map((group) => {
    const entries = Object.entries(registry[group]) as [string, Parameter][];
    const rows = entries.map(
      ([key, parameter]) =>
        `| \`${key}\` | ${rangeOf(parameter)} | ${defaultOf(parameter)} | ${parameter.help} | ${parameter.reaches.join(', ')} |`,
    );
    return `## ${titles[group]}\n\n| key | range | default | what it does | reaches |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# Parameters\n\nMade from \`shared/parameters\` by \`npm run docs\`.\n\n${groups.join('\n')}`;
}

if (import.meta.main) writeFileSync(referencePath, parameterReference());
