import type { Config } from '../config.ts';

/** Returns the beginning of paths that the proxy in front sends to this very process (deploy/nginx); empty where there is only one. */
export const addressPrefixOf = ({ node }: Pick<Config, 'node'>): string => (node ? `/at/${node.name}` : '');
