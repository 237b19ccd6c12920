import type { ParameterGroup } from '../../../shared/parameters/index.ts';
import type { Sentence } from '../../words/sentences.ts';

/** The titles of the groups of the registry. */
export const groupTitles: Readonly<Record<ParameterGroup, Sentence>> = {
  physics: 'Physics',
  music: 'Music',
  audio: 'Audio',
  visualization: 'Look',
  coupling: 'Links',
};
