import { expect, it } from 'vitest';
import { lossKinds, notificationKinds } from '../../shared/api/feedback/feedback.ts';
import { pathOfNotification, wordsOf } from './notification-words.ts';

const ada = { id: 'ada', displayName: 'Ada', colour: '#ffffff' };

it('names the actor and the action, also for a deleted account', () => {
  const words = notificationKinds.map((kind) => wordsOf({ kind, actor: ada, count: 1 }));
  expect(words).toEqual([
    'Ada commented on',
    'Ada replied in',
    'Ada joined',
    'Ada rated',
    'Ada gave you',
    'Ada likes',
    'Ada deleted',
    'Deleted with its owner’s account:',
  ]);
  expect(wordsOf({ kind: 'review', actor: null, count: 1 })).toBe('Someone rated');
});

it('merges notifications of one day', () => {
  expect([2, 5].map((count) => wordsOf({ kind: 'favourite', actor: ada, count }))).toEqual([
    'Ada and one other like',
    'Ada and 4 others like',
  ]);
});

it('links to the universe, and to the comment in it', () => {
  const universe = { id: 'u1', name: 'One' };
  expect(pathOfNotification({ kind: 'joined', universe, commentId: null })).toBe('/u/u1');
  for (const kind of lossKinds) expect(pathOfNotification({ kind, universe, commentId: null })).toBe('/settings');
  expect(pathOfNotification({ kind: 'reply', universe, commentId: 'c&1' })).toBe('/u/u1?comment=c%261');
});
