/** Prefix of every route of the API. */
export const apiPrefix = '/api/v1';

const route = <M extends 'GET' | 'POST' | 'PATCH', P extends string>(method: M, path: P) =>
  ({ method, path: `${apiPrefix}${path}` }) as const;

/** Method and path of every route, without the schemas, so that a client can call without carrying a validator. */
export const apiPaths = {
  getMe: route('GET', '/me'),
  updateMe: route('PATCH', '/me'),
  listTemplates: route('GET', '/templates'),
  getTemplate: route('GET', '/templates/:id'),
  listUniverses: route('GET', '/universes'),
  createUniverse: route('POST', '/universes'),
  getUniverse: route('GET', '/universes/:id'),
  updateUniverse: route('PATCH', '/universes/:id'),
} as const;
