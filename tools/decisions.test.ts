import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '..', 'docs', 'decisions');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const names = readdirSync(folder)
  .filter((name) => name !== 'README.md')
  .toSorted();
const titleOf = (text: string) => /^# (.+)\n/.exec(text)?.[1] ?? '';
/** Lines of a head that link to related records. */
const related = /^- (?:Extends|Extended by|Supersedes|Superseded by): \[\d{4}\]\(\d{4}-[a-z-]+\.md\)(?:, \[\d{4}\]\(\d{4}-[a-z-]+\.md\))*$/;

describe.each(names)('decision record %s', (name) => {
  const text = read(name);
  const [title, head, ...sections] = text.split(/\n\n(?=- Status: )|\n\n(?=## )/);

  it('has a number, a title, a status, a date and related records', () => {
    expect(name).toMatch(/^\d{4}-[a-z-]+\.md$/);
    expect(title).toMatch(/^# \S.+$/);
    const [status, date, ...others] = head!.split('\n');
    expect(status).toMatch(/^- Status: (?:proposed|accepted|superseded)$/);
    expect(date).toMatch(/^- Date: \d{4}-\d{2}-\d{2}$/);
    expect(others.filter((line) => !related.test(line))).toEqual([]);
  });

  it('has a context, a decision, alternatives and consequences that are not empty', () => {
    const found = sections.map((section) => /^## (.+)\n\n\S/.exec(section)?.[1]);
    expect(found).toEqual(['Context', 'Decision', 'Alternatives', 'Consequences']);
  });

  it('links to existing records', () => {
    const links = [...text.matchAll(/\]\((\d{4}[^)#]*)\)/g)].map(([, link]) => link!);
    expect(links.filter((link) => !names.includes(link))).toEqual([]);
  });
});

it('numbers each record once', () => {
  expect(names.length).toBeGreaterThan(30);
  const numbers = names.map((name) => name.slice(0, 4));
  expect(numbers).toEqual([...new Set(numbers)]);
});

it('lists all records by number and title', () => {
  const listed = read('README.md')
    .split('\n')
    .filter((line) => /^- \d/.test(line));
  expect(listed).toEqual(names.map((name) => `- ${name.slice(0, 4)} [${titleOf(read(name))}](${name})`));
});
