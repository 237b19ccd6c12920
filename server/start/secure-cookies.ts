import type { Config } from '../config.ts';

/** Returns whether cookies are for TLS alone: in production, behind a proxy that ends it. */
export const hasSecureCookies = ({ environment, trustedProxies }: Pick<Config, 'environment' | 'trustedProxies'>): boolean =>
  environment === 'production' && trustedProxies > 0;
