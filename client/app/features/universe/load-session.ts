import type { Route } from '../../../store/routes.ts';

/** Fetches what an open universe needs and the gallery does not, beside what the server is asked. */
export const loadSession = () => {
  const fetched = fetchSession();
  fetched.then(
    () => (isSessionThere = true),
    () => null,
  );
  return fetched;
};
const fetchSession = () => import('../../universe/universe-session.ts');
let isSessionThere = false;

/** Whether what a page is made of has come. */
export const hasCodeFor = (page: Route['page']): boolean => isSessionThere || !['open', 'invite', 'universe', 'embed'].includes(page);
