/** The page of administrators. */
export const admin = [
  '{editors} may edit, {watching} watch',
  '{label}, {minutes} minutes: from {least} to {most}',
  '{minutes} min ago',
  '95 of 100 are below',
  'a minute',
  'Lag of ticks',
  'Load',
  'Members',
  'Memory',
  'of one core',
  'Refusals',
  'Requests',
  'Rooms',
  'Server',
  'Silent since {time}',
] as const;
