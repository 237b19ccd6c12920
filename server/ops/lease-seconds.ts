/**
 * Time for which a process holds its universes without a sign of life. The proxy in front waits as long for one that is silent
 * (tools/proxy).
 */
export const leaseSeconds = 5;
