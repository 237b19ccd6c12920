import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = 'docs/security.md';
const text = read(page);

/** The level of each requirement of ASVS 5.0.0, in order: a list for each chapter, a text for each section, a digit for each requirement. */
const levels = [
  ['22', '1111122223', '112222222223', '222', '123'],
  ['122', '112', '12223', '23'],
  ['3', '113', '12223', '11222233', '11122333', '3', '22333'],
  ['12233', '23333', '22', '1222'],
  ['2', '112333', '113', '222'],
  ['122', '111111112222', '11223333', '112233', '22222333', '2223', '33', '2222'],
  ['222', '1111', '22', '11222', '223', '22'],
  ['1233', '1123', '133', '23'],
  ['111', '1222'],
  ['22', '223', '22223', '1111122222233333', '22222', '22', '222'],
  ['2233', '22233', '11233', '1222', '23', '23', '33'],
  ['12233', '11', '22223'],
  ['2333', '222223', '2233', '1222233'],
  ['22', '12223333', '122'],
  ['12233', '12233', '1222222', '3333'],
  ['2', '22222', '2222', '222', '2223'],
  ['23', '22223333', '22'],
];
/** Levels of the requirements of levels 1 and 2. */
const levelOf = new Map<string, string>(
  levels.flatMap((sections, chapter) =>
    sections.flatMap((each, section) =>
      [...each].flatMap((level, index) => (level === '3' ? [] : [[`${chapter + 1}.${section + 1}.${index + 1}`, level] as const])),
    ),
  ),
);

const statuses = ['met', 'partly', 'not met', 'operator'] as const;
const rows = [...text.matchAll(/^\| v5\.0\.0-(\S+) \| (\d) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, id = '', level = '', asks = '', status = '', shown = '']) => ({ id, level, asks, status, shown: shown.split('<br>') }),
);
/** Requirements, sections and chapters that do not apply. */
const left = [...text.matchAll(/^- V([\d.]+): \S/gm)].map(([, id]) => id!);

/** Tells whether a file has a test or a group of tests with this title, as written in the code. */
const hasTitle = (path: string, title: string) => ["'", '"', '`'].some((quote) => read(path).includes(`${quote}${title}${quote},`));

it('lists every requirement of levels 1 and 2 once, with its level, or says that it does not apply', () => {
  expect(levelOf.size).toBe(253);
  expect(rows.length).toBe(text.match(/^\| v5/gm)!.length);
  const isLeft = (id: string) => left.filter((part) => id === part || id.startsWith(`${part}.`)).length;
  const times = [...levelOf.keys()].map((id) => [id, rows.filter((row) => row.id === id).length + isLeft(id)]);
  expect(times.filter(([, count]) => count !== 1)).toEqual([]);
  expect(rows.filter(({ id, level }) => levelOf.get(id) !== level)).toEqual([]);
  expect(left.filter((part) => ![...levelOf.keys()].some((id) => id === part || id.startsWith(`${part}.`)))).toEqual([]);
});

it('proves each requirement by existing tests and decisions, or says why not', () => {
  for (const { id, status, shown } of rows) {
    expect([id, statuses]).toEqual([id, expect.arrayContaining([status])]);
    const tests = shown.flatMap((entry) => [...entry.matchAll(/^`(\S+\.(?:test|spec)\.ts)`: (.+)$/g)]);
    for (const [, path = '', title = ''] of tests) expect([id, title, hasTitle(path, title)]).toEqual([id, title, true]);
    const isSaid = shown.some((entry) => !/^(?:`\S+\.(?:test|spec)\.ts`: .+|\[\d{4}\]\(\S+\))$/.test(entry));
    expect([id, status === 'met' ? tests.length > 0 || isSaid : isSaid]).toEqual([id, true]);
  }
});

it('points at existing files, and has no placeholders', () => {
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].map(([, path]) => join(dirname(page), path!));
  const paths = [...text.matchAll(/`((?:shared|client|server|tests|tools|docs)\/[^`\s]+)`/g)].map(([, path]) => path!);
  expect([...links, ...paths].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading!.toLowerCase().replaceAll(' ', '-'));
  const anchors = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor!);
  expect(anchors.filter((anchor) => !headings.includes(anchor))).toEqual([]);
  expect(text).not.toMatch(/PENDING|TODO/);
});

it('counts the requirements by status', () => {
  const counts = statuses.map((status) => `${rows.filter((row) => row.status === status).length} ${status}`);
  expect(text).toContain(`\n${counts.join(', ')}.\n`);
});

interface LockedPackage {
  integrity?: string;
  resolved?: string;
  link?: true;
  optional?: true;
  dev?: true;
  os?: string[];
  cpu?: string[];
}

it('locks every package by its hash, except native parts for other machines', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, LockedPackage> };
  const all = Object.entries(packages).filter(([path]) => path !== '');
  expect(all.length).toBeGreaterThan(100);
  /** npm writes no hash for some packages that it did not install itself. */
  const isElsewhere = ({ optional, os, cpu, dev }: LockedPackage) =>
    optional && os && !(os.includes('linux') && cpu?.includes('x64') && !dev);
  expect(all.filter(([, one]) => !one.integrity?.startsWith('sha512-') && !isElsewhere(one))).toEqual([]);
  expect(all.filter(([, { link, resolved = '' }]) => link || /^(?:git|http:|file:)/.test(resolved))).toEqual([]);
});
