/** Who may import whom. Each rule names what a folder must not reach; everything else follows from these. */

/** What tests alone may lean on. */
const testing = '[.]test([.]ts$|-support)|^server/testing/|^(tests|tools|bench)/';

const shared = (folder, allowed) => ({
  name: `shared-${folder}-looks-down`,
  comment: `shared/${folder} may know only ${allowed.join(', ') || 'nothing'} beside itself.`,
  severity: 'error',
  from: { path: `^shared/${folder}/`, pathNot: '[.]test[.]ts$' },
  to: { path: '^(shared|client|server|tests|tools|bench)/', pathNot: `^shared/(${[folder, ...allowed].join('|')})/` },
});

const client = (folder, allowed) => ({
  name: `client-${folder}-keeps-to-itself`,
  comment: `client/${folder} may know only ${['common', ...allowed].join(', ')} beside shared and itself.`,
  severity: 'error',
  from: { path: `^client/${folder}/`, pathNot: '[.]test[.]ts$' },
  to: { path: '^(client|server|tests|tools|bench)/', pathNot: `^client/(${[folder, 'common', ...allowed].join('|')})/` },
});

const server = (folder, allowed) => ({
  name: `server-${folder}-looks-down`,
  comment: `server/${folder} may know only ${allowed.join(', ') || 'nothing'} beside shared, the configuration and itself.`,
  severity: 'error',
  from: { path: `^server/${folder}/`, pathNot: '[.]test[.]ts$' },
  to: { path: '^(client|server|tests|tools|bench)/', pathNot: `^server/(config[.]ts|(${[folder, ...allowed].join('|')})/)` },
});

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-lost-imports', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '[?](raw|url|worker&url)$|^virtual:' } },
    shared('math', []),
    shared('refusals', ['api']),
    shared('text', ['refusals']),
    shared('parameters', ['math', 'refusals']),
    shared('universe', ['parameters', 'math', 'text', 'refusals']),
    shared('coupling', ['parameters', 'math']),
    shared('music', ['parameters', 'math']),
    shared('simulation', ['math', 'parameters', 'universe', 'coupling', 'music']),
    shared('idle', ['parameters', 'universe', 'coupling', 'music', 'simulation']),
    shared('suggestion', ['math', 'parameters', 'universe', 'coupling', 'music', 'simulation']),
    shared('recording', ['math', 'text', 'parameters', 'universe', 'coupling', 'music', 'simulation']),
    shared('api', ['math', 'text', 'parameters', 'universe', 'coupling', 'music', 'simulation', 'refusals']),
    shared('room', ['math', 'text', 'parameters', 'universe', 'coupling', 'music', 'simulation', 'refusals', 'api']),
    {
      name: 'shared-runs-anywhere',
      comment: 'shared knows nothing of Node, the browser, or packages beyond these.',
      severity: 'error',
      from: { path: '^shared/', pathNot: testing },
      to: { pathNot: '^shared/|node_modules/(zod|bitecs|@colyseus/schema|@tonejs/midi)/' },
    },
    client('common', []),
    client('engine', []),
    client('gpu', []),
    client('audio', []),
    client('suggestion', ['engine', 'gpu']),
    client('words', []),
    client('hands', ['store', 'words']),
    client('store', ['words']),
    client('net', ['store', 'words']),
    client('ui', ['store', 'words']),
    {
      name: 'nobody-imports-app',
      severity: 'error',
      from: { path: '^client/', pathNot: '^client/(app/|main[.]ts)' },
      to: { path: '^client/app/' },
    },
    server('db', []),
    server('services', ['db', 'ops']),
    server('auth', ['services', 'ops']),
    server('rooms', ['services', 'auth', 'ops']),
    server('http', ['services', 'auth', 'ops']),
    server('ops', []),
    server('start', ['http', 'rooms', 'auth', 'services', 'db', 'ops']),
    { name: 'nobody-imports-start', severity: 'error', from: { pathNot: '^server/(start/|app[.]ts)' }, to: { path: '^server/start/' } },
    { name: 'client-and-server-never-meet', severity: 'error', from: { path: '^server/' }, to: { path: '^client/' } },
    { name: 'server-and-client-never-meet', severity: 'error', from: { path: '^client/' }, to: { path: '^server/' } },
    {
      name: 'client-has-no-node',
      severity: 'error',
      from: { path: '^client/', pathNot: testing },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'client-packages-run-in-browsers',
      severity: 'error',
      from: { path: '^client/', pathNot: testing },
      to: {
        path: 'node_modules/(@colyseus/(core|ws-transport)|@electric-sql|@zxcvbn-ts|drizzle-orm|express|helmet|passport|pg|pino)',
      },
    },
    {
      name: 'server-draws-and-sounds-nothing',
      severity: 'error',
      from: { path: '^server/', pathNot: testing },
      to: { path: 'node_modules/(lit|lucide-static|tone|wgpu-matrix|culori|@colyseus/sdk)/' },
    },
    {
      name: 'nothing-that-runs-needs-tests-or-tools',
      severity: 'error',
      from: { path: '^(shared|client|server)/', pathNot: testing },
      to: { path: testing },
    },
    {
      name: 'bench-is-nobodys',
      comment: 'A benchmark measures the others, and nothing needs it.',
      severity: 'error',
      from: { pathNot: '^bench/' },
      to: { path: '^bench/' },
    },
    {
      name: 'bench-measures-parts-of-the-client',
      comment: 'A benchmark drives a part of the client by itself, or a page from outside: not the wiring, the panels or the words.',
      severity: 'error',
      from: { path: '^bench/' },
      to: { path: '^client/(app|hands|store|ui|words)/' },
    },
    {
      name: 'servers-are-driven-from-outside',
      comment:
        'Tests, tools and benchmarks start a server and speak to it, or open its database: its layers have their tests beside them. Two writers of the journal, and what metrics cost a request, can be measured within the server alone.',
      severity: 'error',
      from: { path: '^(bench|tests|tools)/', pathNot: '^bench/(commits|metrics)(/|[.]ts$)' },
      to: { path: '^server/(auth|http|rooms|services)/' },
    },
    {
      name: 'kinds-of-tests-share-support-alone',
      severity: 'error',
      from: { path: '^tests/(browser|cluster|engines|fault)/' },
      to: { path: '^tests/', pathNot: '^tests/($1|support)/' },
    },
    {
      name: 'support-knows-no-test',
      severity: 'error',
      from: { path: '^tests/support/' },
      to: { path: '^tests/(browser|cluster|fault)/|[.](test|spec)[.]ts$' },
    },
    {
      name: 'nothing-that-runs-needs-a-development-package',
      severity: 'error',
      from: { path: '^(shared|client|server)/', pathNot: testing },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[?](raw|url|worker&url)$' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
