import { type Place, type Problem, problem } from '@schaalsprong/agenda';
import { type Model, nameKey } from '@schaalsprong/model';
import { nearest } from '@schaalsprong/words';

/**
 * Judges names of variables by a model: whether it has them, and whether they can be set from outside.
 *
 * @returns what is wrong with a name at a place, with near names; null where nothing is
 */
export function variableJudge(
  model: Pick<Model, 'variables'>,
): (variable: string, isSet: boolean, place: Place, asWhole?: boolean) => Problem | null {
  const elements = new Set<string>();
  const wholes = new Set<string>();
  const constants = new Set<string>();
  for (const variable of model.variables) {
    if (variable.kind === 'lookup') continue;
    const names = variable.elements.map((name) => nameKey(name));
    for (const name of names) elements.add(name);
    wholes.add(nameKey(variable.name));
    // The bare name of a constant with subscripts sets all its elements.
    if (variable.kind === 'constant')
      for (const name of [...names, nameKey(variable.name)]) constants.add(name);
  }
  const offers = model.variables.flatMap(({ kind, name, elements: own }) =>
    kind === 'lookup' ? [] : [name, ...(own.length > 1 ? own : [])],
  );
  return (variable, isSet, place, asWhole = false) => {
    const name = nameKey(variable);
    if (asWhole && wholes.has(name)) return null;
    if (isSet ? constants.has(name) : elements.has(name)) return null;
    if (isSet && elements.has(name)) {
      const expected = { nl: 'een constante van het model', en: 'a constant of the model' };
      return problem('REGION_VARIABLE_NOT_CONSTANT', place, { found: variable, expected });
    }
    const near = nearest(
      variable,
      offers.filter((offer) => nameKey(offer) !== name),
    ).join(', ');
    const expected = isSet
      ? { nl: 'een constante van het model', en: 'a constant of the model' }
      : {
          nl: 'een variabele van het model, met haar element',
          en: 'a variable of the model, with its element',
        };
    return problem('REGION_VARIABLE_UNKNOWN', place, { found: variable, expected, nearest: near });
  };
}
