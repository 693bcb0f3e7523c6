import type { Judgement } from './enough.ts';
import type { SensitivityWarning } from './result.ts';

/** Percentages, with a decimal where rounding would hide that the limit is exceeded. */
const percent = (part: number): string =>
  part < 0.2 ? (part * 100).toFixed(1) : String(Math.round(part * 100));
const dutch = (number: string): string => number.replace('.', ',');
const list = (names: readonly string[], most = 8): string =>
  names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')}, ... (${names.length})`;

/** The catalogue of warnings, each in both languages. */
export const sensitivityWarnings = {
  constant: (outcome: string): SensitivityWarning => ({
    code: 'SENSITIVITY_CONSTANT',
    text: {
      nl: `Uitkomst ${outcome} is in elke run hetzelfde: binnen deze grenzen doet geen enkele invoer iets.`,
      en: `Outcome ${outcome} is the same in every run: within these ranges no input does anything.`,
    },
  }),
  notEnough: ({ width, runsNeeded }: Judgement, runs: number): SensitivityWarning => ({
    code: 'SENSITIVITY_NOT_ENOUGH_RUNS',
    text: {
      nl: `Niet genoeg runs (${runs}): het breedste interval is ±${dutch(percent(width))}% van de grootste waarde, en het mag 10% zijn. Met ongeveer ${runsNeeded ?? '?'} runs kan het lukken.`,
      en: `Not enough runs (${runs}): the widest interval is ±${percent(width)}% of the largest value, and may be 10%. About ${runsNeeded ?? '?'} runs might do.`,
    },
  }),
  dropped: (dropped: number, of: number): SensitivityWarning => ({
    code: 'SENSITIVITY_DROPPED',
    text: {
      nl: `Weggelaten omdat er een getal ontbreekt: ${dropped} van ${of} runs. Als dat niet toevallig is, zijn de cijfers scheef.`,
      en: `Left out because a number is missing: ${dropped} of ${of} runs. If that is not by accident, the figures are biased.`,
    },
  }),
  fixedInputs: (names: readonly string[]): SensitivityWarning => ({
    code: 'SENSITIVITY_FIXED_INPUT',
    text: {
      nl: `Overal dezelfde waarde, dus buiten beschouwing: ${list(names)}.`,
      en: `The same value everywhere, so not looked at: ${list(names)}.`,
    },
  }),
  negative: (names: readonly string[]): SensitivityWarning => ({
    code: 'SENSITIVITY_NEGATIVE',
    text: {
      nl: `Onder nul, en meer dan de ruis verklaart: ${list(names)}. De invoeren zijn niet onafhankelijk, de rijen staan in een andere volgorde, of er zijn te weinig runs.`,
      en: `Below zero by more than noise explains: ${list(names)}. The inputs are not independent, the rows are in another order, or there are too few runs.`,
    },
  }),
  firstAboveTotal: (names: readonly string[]): SensitivityWarning => ({
    code: 'SENSITIVITY_FIRST_ABOVE_TOTAL',
    text: {
      nl: `Alleen groter dan met alle wisselwerking samen, en dat kan niet: ${list(names)}. Reken meer runs.`,
      en: `Larger alone than with all interactions together, which cannot be: ${list(names)}. Compute more runs.`,
    },
  }),
  dependentDesign: (pairs: readonly string[]): SensitivityWarning => ({
    code: 'SENSITIVITY_DEPENDENT',
    text: {
      nl: `Invoeren hangen samen (${list(pairs, 3)}). Sobol’, Morris en DGSM gelden dan niet; gebruik pawn, delta of features.`,
      en: `Inputs depend on each other (${list(pairs, 3)}). Sobol’, Morris and DGSM do not hold then; use pawn, delta or features.`,
    },
  }),
  dependentData: (pairs: readonly string[]): SensitivityWarning => ({
    code: 'SENSITIVITY_DEPENDENT',
    text: {
      nl: `Invoeren hangen samen (${list(pairs, 3)}). De methode blijft geldig, maar wat de een doet staat ook bij de ander.`,
      en: `Inputs depend on each other (${list(pairs, 3)}). The method holds, but what one does is also counted with the other.`,
    },
  }),
  dependentFirstOrder: (pairs: readonly string[]): SensitivityWarning => ({
    code: 'SENSITIVITY_DEPENDENT',
    text: {
      nl: `Invoeren hangen samen (${list(pairs, 3)}). Deze aandelen tellen dan niet op; gebruik pawn, delta of features.`,
      en: `Inputs depend on each other (${list(pairs, 3)}). These shares do not add up then; use pawn, delta or features.`,
    },
  }),
  fewValues: (outcome: string, values: number): SensitivityWarning => ({
    code: 'SENSITIVITY_FEW_VALUES',
    text: {
      nl: `Uitkomst ${outcome} heeft maar ${values} verschillende waarden; delta gaat uit van een vloeiende verdeling. Gebruik pawn of features.`,
      en: `Outcome ${outcome} has only ${values} different values; delta supposes a smooth distribution. Use pawn or features.`,
    },
  }),
  discreteInputs: (names: readonly string[]): SensitivityWarning => ({
    code: 'SENSITIVITY_DISCRETE',
    text: {
      nl: `Geen hellingen, want alleen losse waarden: ${list(names)}. Gebruik hiervoor morris, sobol of pawn.`,
      en: `No slopes, as there are separate values only: ${list(names)}. Use morris, sobol or pawn for these.`,
    },
  }),
  noise: (names: readonly string[], level: number): SensitivityWarning => ({
    code: 'SENSITIVITY_NOISE',
    text: {
      nl: `Niet te onderscheiden van een invoer die niets doet (${dutch(level.toFixed(3))}): ${list(names)}.`,
      en: `Not to be told from an input that does nothing (${level.toFixed(3)}): ${list(names)}.`,
    },
  }),
  aliased: (pairs: number): SensitivityWarning => ({
    code: 'SENSITIVITY_ALIASED',
    text: {
      nl: `In deze opzet vallen paren samen (${pairs}): een effect kan van elk van hen zijn.`,
      en: `In this design pairs coincide (${pairs}): an effect may be of any of them.`,
    },
  }),
  groupsOnlySize: (names: readonly string[]): SensitivityWarning => ({
    code: 'SENSITIVITY_GROUP',
    text: {
      nl: `Van een groep bestaat alleen de gemiddelde grootte van het effect, niet de richting of de spreiding: ${list(names)}.`,
      en: `Of a group there is only the mean size of the effect, not its direction or spread: ${list(names)}.`,
    },
  }),
} as const;
