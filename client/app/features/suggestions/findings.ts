import type { UniverseDocument } from '../../../../shared/universe/index.ts';
import type { Store } from '../../../store/store.ts';
import { type Proposal, withFound, withProposal } from '../../../store/suggestions.ts';
import { say, sayText } from '../../../words/words.ts';
import type { Suggested, SearchReport } from '../../../suggestion/protocol.ts';

let newestId = 0;

/** Returns a number that no other universe of the gallery has. */
export const nextUniverseId = (): number => (newestId += 1);

/** Returns what shows the reports of a search in the store. `present`: the universe that the proposals would change. */
export function showFindings({ suggestions }: Store, present: () => UniverseDocument): (report: SearchReport) => void {
  const proposalOfFinding = (proposed: Suggested): Proposal => ({ id: nextUniverseId(), start: present(), ...proposed });
  return (report) => {
    const view = suggestions.value;
    switch (report.kind) {
      case 'middle': {
        const next = report.proposed ? withProposal(view, proposalOfFinding(report.proposed)) : view;
        suggestions.value = { ...next, at: report.place };
        break;
      }
      case 'found':
        suggestions.value = withFound(view, report.index, proposalOfFinding(report.proposed));
        break;
      case 'done':
        suggestions.value = { ...view, status: 'ready' };
        break;
      case 'failed':
        suggestions.value = { ...view, status: 'failed', message: report.message ? sayText(report.message) : say('Suggestions stopped.') };
    }
  };
}
