import type { Given as GivenOf, Options } from '../../command/command.ts';
import { shared } from '../../command/shared-options.ts';

/** The options of `robustness`. */
export const options = {
  metric: {
    type: 'text',
    value: 'A,B',
    repeated: true,
    default: 'all',
    help: { nl: 'welke maatstaven', en: 'which metrics' },
  },
  direction: {
    type: 'text',
    value: 'max,min',
    repeated: true,
    default: 'max',
    help: {
      nl: 'wat beter is; per uitkomst: kosten:min,woningen:max',
      en: 'what is better; per outcome: cost:min,homes:max',
    },
  },
  threshold: {
    type: 'text',
    value: 'X',
    repeated: true,
    help: {
      nl: 'wat goed genoeg is; per uitkomst: kosten:5,woningen:100',
      en: 'what is good enough; per outcome: cost:5,homes:100',
    },
  },
  weights: {
    type: 'text',
    value: { nl: 'WAT', en: 'WHAT' },
    elsewhere: 'no-weights',
    help: {
      nl: 'CSV met per toekomst een gewicht, of een kolom van --uncertainties',
      en: 'CSV with a weight per future, or a column of --uncertainties',
    },
  },
  weigh: {
    type: 'text',
    value: { nl: 'REGEL', en: 'RULE' },
    repeated: true,
    elsewhere: 'no-weights',
    help: {
      nl: '‘vertraging>3:2’: waar vertraging boven 3 ligt, telt een toekomst 2 keer (kolommen van --uncertainties)',
      en: '‘delay>3:2’: where delay is above 3, a future counts 2 times (columns of --uncertainties)',
    },
  },
  reference: {
    type: 'text',
    value: { nl: 'NAAM', en: 'NAME' },
    help: { nl: 'toekomst die als ijkpunt dient', en: 'future that serves as reference' },
  },
  uncertainties: {
    type: 'text',
    value: { nl: 'BESTAND', en: 'FILE' },
    help: {
      nl: 'wat er onzeker was, een rij per toekomst: voor de afstand tot de dichtstbijzijnde mislukking',
      en: 'what was uncertain, a row per future: for the distance to the nearest failure',
    },
  },
  percentile: {
    type: 'number',
    value: 'P',
    min: 0,
    max: 100,
    default: { nl: '10', en: '10' },
    help: { nl: 'percentiel aan de slechte kant', en: 'percentile on the bad side' },
  },
  pessimism: {
    type: 'number',
    value: 'A',
    min: 0,
    max: 1,
    default: { nl: '0.5', en: '0.5' },
    help: {
      nl: 'gewicht van de slechtste toekomst bij Hurwicz',
      en: 'weight of the worst future for Hurwicz',
    },
  },
  deviations: {
    type: 'number',
    value: 'K',
    min: 0,
    max: 1e6,
    default: { nl: '1', en: '1' },
    help: { nl: 'aantal standaardafwijkingen', en: 'number of standard deviations' },
  },
  'futures-in': {
    type: 'choice',
    known: ['columns', 'rows'],
    default: 'columns',
    help: { nl: 'waar de toekomsten staan', en: 'where the futures are' },
  },
  json: shared.json,
  out: shared.out,
} as const satisfies Options;

/** The words after `robustness`. */
export type Given = GivenOf<typeof options>;
