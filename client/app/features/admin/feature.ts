import type { Feature } from '../../feature.ts';

/** The page on which administrators watch the server. */
export const adminFeature = {
  name: 'admin',
  pages: { admin: async (_route, { app, isCurrent }) => (await import('./watch-server.ts')).watchServer(app.store, isCurrent) },
} satisfies Feature;
