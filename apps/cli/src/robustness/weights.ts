import { FuturesError } from '@schaalsprong/futures';
import { readOutcomes } from '@schaalsprong/futures/robustness';

/**
 * The weights of futures from a CSV file with a row per future: its name and its weight.
 *
 * @param futures in the order wanted
 * @throws FuturesError for a cell that is no number, a future without a weight, or a name that is no future
 */
export function readWeights(file: string, text: string, futures: readonly string[]): readonly number[] {
  const [read] = readOutcomes(file, text, 'rows');
  const names = read?.futures ?? [];
  const weights = read?.values[0] ?? [];
  const wrong = [
    ...futures.filter((future) => !names.includes(future)).map((name) => ({ name, missing: true })),
    ...names.filter((name) => !futures.includes(name)).map((name) => ({ name, missing: false })),
  ];
  if (wrong.length > 0) {
    throw new FuturesError(
      wrong.map(({ name, missing }) => ({
        code: missing ? 'FUTURES_ROBUSTNESS_NO_WEIGHT' : 'FUTURES_ROBUSTNESS_NO_FUTURE',
        path: `${file}: ${name}`,
        message: missing
          ? { nl: `toekomst ${name} heeft geen gewicht`, en: `future ${name} has no weight` }
          : { nl: `er is geen toekomst ${name}`, en: `there is no future ${name}` },
        expected: { nl: 'een rij per toekomst: naam, gewicht', en: 'a row per future: name, weight' },
        hint: { nl: 'Vul het bestand aan of verbeter de naam.', en: 'Fill in the file or mend the name.' },
      })),
    );
  }
  return futures.map((future) => weights[names.indexOf(future)] ?? Number.NaN);
}
