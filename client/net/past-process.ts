/** The address of a room of one of several processes names that process (deploy/nginx). */
const ofProcess = /^wss?:\/\/[^/]+\/at\/([a-z0-9]+)\//;

/**
 * Returns the beginning of the path by which another process than that of a room is asked first. It hands the question on to that one if
 * it is well after all. Empty where there is only one process.
 */
export function pastProcessOf(roomUrl = ''): string {
  const name = ofProcess.exec(roomUrl)?.[1];
  return name === undefined ? '' : `/past/${name}`;
}
