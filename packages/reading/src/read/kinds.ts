import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';
import type { FoundQuantity } from './types.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const commitment = words(
  'stelt stellen afgesproken afspraak afspraken investeert investeren geïnvesteerd reserveert gereserveerd beschikbaar draagt legt toegezegd bijdrage dekking krediet subsidie commits committed agreed agreement pledges pledged allocates allocated invests earmarked funding grant',
);
const forecast = words(
  'verwacht verwachte verwachten verwachting prognose prognoses raming ramingen geraamd voorspelling zullen zal expected expects forecast forecasts projected projection projections estimate estimates anticipated predicts',
);
const target = words(
  'doel doelstelling doelstellingen ambitie ambities streven streeft streefwaarde moet moeten willen wil beoogd beoogt inzet opgave taakstelling realiseren gerealiseerd bouwen verhogen vergroten verlagen verminderen terugbrengen uiterlijk norm target targets aim aims goal goals must should shall will ambition objective deliver achieve reach reduce increase ensure commitment minimaal',
);
const definition = words(
  'bestaat bestaan definitie verstaan verstaat omvat omvatten telt consist consists comprise comprises defined means definition made',
);
const baseline = words(
  'huidige huidig momenteel nu thans current currently today present nulmeting uitgangssituatie baseline',
);

/**
 * What kind of statement a figure is, by the words of its sentence: a rough guess that a person confirms.
 * A figure with a horizon is a target unless its sentence expects or promises; one with a period is a baseline in a
 * sentence that looks ahead, and a fact in one that does not.
 */
export function kindOf(
  tokens: readonly Token[],
  sentence: Sentence,
  figure: number,
  unit: string | null,
  when: { readonly horizon: string | null; readonly period: string | null },
  inList: boolean,
): FoundQuantity['kind'] {
  const seen = { commitment: false, forecast: false, target: false, definition: false, baseline: false };
  const first = Math.max(sentence.from, figure - 120);
  const last = Math.min(sentence.to, figure + 120);
  for (let i = first; i < last; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') continue;
    if (commitment.has(token.low)) seen.commitment = true;
    else if (forecast.has(token.low)) seen.forecast = true;
    else if (target.has(token.low)) seen.target = true;
    else if (definition.has(token.low)) seen.definition = true;
    else if (baseline.has(token.low)) seen.baseline = true;
  }
  const money = unit?.startsWith('eur') === true;
  if (when.period !== null) return seen.target || inList ? 'baseline' : 'fact';
  if (seen.commitment && (money || unit === 'year')) return 'commitment';
  if (when.horizon !== null) return seen.forecast && !seen.target ? 'forecast' : 'target';
  if (seen.target) return 'target';
  if (seen.forecast) return 'forecast';
  if (seen.baseline) return 'baseline';
  if (seen.definition) return 'definition';
  return 'fact';
}
