import { type Route, routeOf } from '../../store/routes.ts';

/** Where one signs in or up, and goes back from to where one came from. */
export const isDoor = ({ page }: Route) => ['sign-in', 'sign-up', 'forgot-password', 'reset-password'].includes(page);

/** The path to go back to from the door, or from where one is the path itself. */
export function cameFrom(): string {
  if (!isDoor(routeOf(location.pathname))) return location.pathname + location.search;
  return (history.state as { from?: string } | null)?.from ?? '/';
}
