// Loaded before any TypeScript by `node --import`, and therefore plain JavaScript that old versions can run.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Harmonic Universe needs Node 22.18 or newer; this is Node ${process.versions.node}. ` +
      'Start it with "npm start", which brings its own on 64-bit Linux, or install a newer Node from https://nodejs.org.',
  );
  process.exit(1);
}
