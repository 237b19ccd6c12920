import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bodyLimits } from '../../shared/api/body-limits.ts';
import { snapshotPartBytes } from '../../shared/room/snapshot-parts.ts';
import { debianPlace, proxyFiles, type ProxyPlace } from './proxy-files.ts';
import { fillTemplate } from './template.ts';

const example = join(import.meta.dirname, '../../deploy/nginx-example');
const place: ProxyPlace = {
  ...debianPlace,
  host: 'universe.example',
  certificate: '/etc/letsencrypt/live/universe.example/fullchain.pem',
  certificateKey: '/etc/letsencrypt/live/universe.example/privkey.pem',
};
const two = [
  { name: 'a', address: '10.0.0.11:2567' },
  { name: 'b', address: '10.0.0.12:2567' },
];
const files = proxyFiles(two, place);

/** Returns the body limits of the file in bytes. */
const bodyLimitsOf = (name: string) =>
  [...files.get(name)!.matchAll(/client_max_body_size (\d+)k;/g)].map(([, size]) => Number(size) * 1024);

describe('the files of NGINX', () => {
  it.each([...files.keys()])('%s is that of the example', async (name) => {
    await expect(files.get(name)).toMatchFileSnapshot(join(example, name));
  });

  it('take every body that the server takes', () => {
    const [smallest] = bodyLimitsOf('http.conf');
    expect(smallest).toBeGreaterThan(Math.max(bodyLimits.usual, bodyLimits.thumbnail));
    const [file, snapshot] = bodyLimitsOf('locations.conf');
    expect(file).toBeGreaterThan(bodyLimits.file);
    expect(snapshot).toBeGreaterThan(snapshotPartBytes);
    expect(bodyLimitsOf('at-locations.conf')).toEqual([snapshot, snapshot]);
  });

  it('has an upstream and locations for each of any number of processes', () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ name: `n${index}`, address: `10.0.1.${index}:2567` }));
    const large = proxyFiles(many, place);
    for (const { name, address } of many) {
      expect(large.get('upstreams.conf')!.split(`server ${address}`)).toHaveLength(3 + many.length);
      expect(large.get('at-locations.conf')).toContain(`location @at_${name} {`);
      expect(large.get('at-locations.conf')).toContain(`location /at/${name}/ {`);
    }
  });

  it.each([
    ['no process', []],
    ['a name that would be a directive', [{ name: 'a {', address: '10.0.0.1:1' }]],
    ['an address without a port', [{ name: 'a', address: '10.0.0.1' }]],
    ['an address that would be a directive', [{ name: 'a', address: '10.0.0.1:1; }' }]],
    ['two processes with one name', [two[0]!, { ...two[1]!, name: 'a' }]],
  ])('refuse %s', (_what, processes) => {
    expect(() => proxyFiles(processes, place)).toThrow(Error);
  });
});

it('refuses a template with a place that nothing fills', () => {
  expect(fillTemplate('a {{b}}', { b: 'c' })).toBe('a c');
  expect(() => fillTemplate('a {{d}}', { b: 'c' })).toThrow('{{d}}');
});
