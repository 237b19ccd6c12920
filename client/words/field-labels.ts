import { isParameterKey, parameterOf } from '../../shared/parameters/index.ts';
import { sayOfRegistry } from './of-registry.ts';
import type { Sentence } from './sentences.ts';
import { say } from './words.ts';

/** Labels of the fields of forms. */
const labels: Readonly<Record<string, Sentence>> = {
  bio: 'About you',
  category: 'Category',
  colour: 'Colour',
  current: 'Current password',
  description: 'Description',
  displayName: 'Display name',
  email: 'Email',
  name: 'Name',
  next: 'New password',
  password: 'Password',
  sentence: 'One sentence about it',
  tags: 'Tags',
  text: 'Text',
  title: 'Title',
};

/** Returns the label of the field at a path, where the interface has one: of a form or of a parameter. Else returns the path. */
export function labelOfField(path: string): string {
  if (Object.hasOwn(labels, path)) return say(labels[path]!);
  const name = path.split('.').at(-1)!;
  return isParameterKey(name) ? sayOfRegistry(parameterOf(name).label) : path;
}
