import type { UniverseSummary } from '../../../shared/api/contract/contract.ts';
import type { TemplateSummary } from '../../../shared/api/universes/template-schemas.ts';
import { secondsSince } from '../../store/server-time.ts';
import { say } from '../../words/words.ts';
import { describeAge } from '../format.ts';

/** Returns the line below the name of a universe: the template that it began from, and when it was changed last. */
export function lineOf({ name, updatedAt }: UniverseSummary, template: TemplateSummary | undefined): string {
  const age = describeAge(secondsSince(updatedAt));
  return template && template.name !== name
    ? say('From {template}, {age}', { template: template.name, age })
    : say('Changed {age}', { age });
}
