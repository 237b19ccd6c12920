import type { Route } from '../../../store/routes.ts';

/** Fetches the code of an open universe, which the gallery does not need, in parallel to requests. */
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

/** Whether the code of a page has arrived. */
export const hasCodeFor = (page: Route['page']): boolean => isSessionThere || !['open', 'invite', 'universe', 'embed'].includes(page);
