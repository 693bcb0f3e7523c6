import type { Text } from '@schaalsprong/words';
import type { Chain, Operand, Stated } from '../repair/chain.ts';
import type { Drawing } from '../types.ts';
import { type Line, linesOf, type Names, sameMeasure } from './explain-arithmetic.ts';
import { both, linesInWords, roundedOutwards } from './words.ts';

type Row = Drawing['rows'][number];

const lineLabel = (line: number): Text => both((lang) => linesInWords([line], lang));
const restLabel: Text = { nl: 'volgt uit de rest', en: 'follows from the rest' };
const totalLabel: Text = { nl: 'samen', en: 'together' };

/** Labels of the claims and quantities in a chart. */
export interface Labels extends Names {
  lineOf(claim: string): number;
  assumptionTitle(id: string): Text;
}

const statedRow = (claim: Stated, labels: Labels): Row => ({
  label: lineLabel(labels.lineOf(claim.claim)),
  interval: claim.interval,
  value: claim.value,
  kind: 'stated',
  claims: [claim.claim],
});

/** The last line where it is a sum of numbers in one unit: then its terms can be drawn as bars. */
function sumLine(chain: Chain, lines: readonly Line[], labels: Labels): Line | null {
  const last = lines[lines.length - 1];
  if (last?.step.operation.kind !== 'linear') return null;
  const unit = labels.unitOf(chain.pivot.variable);
  const alike = last.terms.every((t) => sameMeasure(labels.unitOf(t.operand.variable), unit, labels.units));
  return alike && last.terms.length > 1 ? last : null;
}

function partRow(operand: Operand, chain: Chain, stated: readonly Stated[], labels: Labels): Row {
  const { origin } = operand;
  const claim = origin.kind === 'claim' ? stated[origin.at] : undefined;
  if (claim) return statedRow(claim, labels);
  const step = origin.kind === 'step' ? chain.steps[origin.at] : undefined;
  return {
    label: labels.titleOf(operand.variable),
    interval: operand.interval,
    value: operand.value,
    kind: step?.assumptions.length || origin.kind === 'bound' ? 'assumed' : 'computed',
    claims: [],
  };
}

/**
 * A number line (or, for a sum, a bar per part and the whole) on which one sees that what the text says of a quantity and what
 * follows from the rest do not meet. Rows: what is in the text and has the same unit, then what was computed, then
 * the claim that it does not fit.
 */
export function drawingOf(chain: Chain, stated: readonly Stated[], labels: Labels): Drawing {
  const variable = chain.pivot.variable;
  const lines = linesOf(chain, labels);
  const sum = sumLine(chain, lines, labels);
  const unit = labels.unitOf(variable);
  const same = stated.filter((s, at) => at !== chain.pivotAt && s.variable === variable);
  const before = sum
    ? sum.terms
        .filter(({ operand }) => operand.origin.kind !== 'bound')
        .map(({ operand, weight }) => ({ ...partRow(operand, chain, stated, labels), part: weight }))
    : same.map((claim) => statedRow(claim, labels));
  const assumptions = [...new Set(chain.steps.flatMap((s) => s.assumptions))];
  const [first] = assumptions;
  const rest =
    first === undefined
      ? sum
        ? totalLabel
        : restLabel
      : both(
          (lang) =>
            `${restLabel[lang]}, ${lang === 'nl' ? 'als' : 'if'}: ${labels.assumptionTitle(first)[lang]}`,
        );
  // Where another line states the same, that line is the derived one.
  const computed: Row[] =
    lines.length === 0 && same.length > 0
      ? []
      : [
          {
            label: rest,
            interval: roundedOutwards(chain.computed, chain.pivot.interval),
            value: chain.value,
            kind: 'computed',
            claims: stated.filter((_, at) => at !== chain.pivotAt).map((s) => s.claim),
          },
        ];
  return {
    unit,
    of: labels.titleOf(variable),
    rows: [...before, ...computed, statedRow(chain.pivot, labels)],
  };
}
