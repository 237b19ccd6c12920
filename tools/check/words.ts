import { readDictionaries, refusalReport, translationReport } from '../../tests/support/dictionaries.ts';
import { readSaid } from '../../tests/support/said.ts';
import type { CheckOutcome } from './command.ts';

/** Reports what each language does not say yet. That is for those who speak it: a sentence that is new in English fails nothing. */
export async function reportWords(): Promise<CheckOutcome> {
  const dictionaries = await readDictionaries();
  const said = readSaid();
  return {
    ok: true,
    output: '',
    notes: dictionaries.flatMap((translation) => [...translationReport(translation, said), ...refusalReport(translation)]),
  };
}
