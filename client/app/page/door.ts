import { type Route, routeOf } from '../../store/routes.ts';

/** Whether a page is for signing in or up, from which the user returns to the page before. */
export const isDoor = ({ page }: Route) => ['sign-in', 'sign-up', 'forgot-password', 'reset-password'].includes(page);

/** Returns the path to go back to from a sign-in page; on other pages, the path itself. */
export function cameFrom(): string {
  if (!isDoor(routeOf(location.pathname))) return location.pathname + location.search;
  return (history.state as { from?: string } | null)?.from ?? '/';
}
