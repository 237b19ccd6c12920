import { readDictionaries, refusalReport, translationReport } from '../../tests/support/dictionaries.ts';
import { readSaid } from '../../tests/support/said.ts';
import type { CheckOutcome } from './command.ts';

/** Reports the sentences that each language lacks. For translators only: a new English sentence does not fail the check. */
export async function reportWords(): Promise<CheckOutcome> {
  const dictionaries = await readDictionaries();
  const said = readSaid();
  return {
    ok: true,
    output: '',
    notes: dictionaries.flatMap((translation) => [...translationReport(translation, said), ...refusalReport(translation)]),
  };
}
