import type { Lang } from '@schaalsprong/words';
import type { Cause, CausesExplained, LimitChange } from '../causes/index.ts';
import type { ChangeExplained, MeasuredChange } from '../change/index.ts';
import type { Drivers } from '../drivers/drivers.ts';
import type { OutcomeRelief } from '../relief/relief.ts';
import type { Information } from '../value-of-information/value-of-information.ts';

/** Formatting of numbers and names. */
export interface Speech {
  readonly lang: Lang;
  /** A number with its unit as people read it; `signed` with a plus before what is more. */
  readonly show: (value: number, signed?: boolean) => string;
  /** What people call a lever, uncertainty, constraint, package or variable. */
  readonly name: (id: string) => string;
  /** A value of an uncertainty or a relief, with its own unit. Default: the bare number. */
  readonly showOf?: ((id: string, value: number) => string) | undefined;
}

/** Items below this fraction of the largest are not named. */
const SMALL = 0.05;
/** Most items that are named. */
const MOST = 3;

const joined = (parts: readonly string[], lang: Lang): string => {
  const and = lang === 'nl' ? 'en' : 'and';
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
};

const percent = (share: number): string => `${Math.round(100 * share)}%`;

const countOf = (value: number, lang: Lang): string =>
  value.toLocaleString(lang === 'nl' ? 'nl-NL' : 'en-GB');

interface Named {
  readonly id: string;
  readonly value: number;
}

/** The largest by name, and how many others bring how much. */
function leading(all: readonly Named[]): {
  readonly named: readonly Named[];
  readonly rest: number;
  readonly count: number;
} {
  const sorted = [...all].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  // 0 for an empty list, from which nothing is named.
  const largest = Math.abs(sorted[0]?.value ?? 0);
  const named = sorted
    .slice(0, MOST)
    .filter(({ value }) => value !== 0 && Math.abs(value) >= SMALL * largest);
  const others = sorted.slice(named.length).filter(({ value }) => value !== 0);
  return { named, rest: others.reduce((sum, { value }) => sum + value, 0), count: others.length };
}

/** Parts of a change: `900 through A and 340 through B; C takes 200 off`. */
function partsOf(all: readonly Named[], change: number, { lang, show, name }: Speech): string {
  const { named, rest, count } = leading(all);
  const along = named.filter(({ value }) => Math.sign(value) === Math.sign(change));
  const against = named.filter((each) => !along.includes(each));
  const through = lang === 'nl' ? 'door' : 'through';
  const say = ({ id, value }: Named): string => `${show(value, true)} ${through} ${name(id)}`;
  const others =
    count === 0
      ? []
      : [
          lang === 'nl'
            ? `${show(rest, true)} door ${count === 1 ? 'één andere oorzaak' : `${countOf(count, lang)} andere oorzaken`}`
            : `${show(rest, true)} through ${count === 1 ? 'one other cause' : `${countOf(count, lang)} other causes`}`,
        ];
  const first = joined([...along.map(say), ...(against.length === 0 ? others : [])], lang);
  if (against.length === 0) return first;
  const but = lang === 'nl' ? 'daar gaat tegenin' : 'against that goes';
  return `${first === '' ? '' : `${first}; ${but} `}${joined([...against.map(say), ...others], lang)}`;
}

/**
 * Why a number changed: from what to what, by which measures, and what they bring only together.
 *
 * @param subject what the number is: 'the median of homes finished by 2030'
 */
export function changeSentence(
  change: MeasuredChange,
  { exact, settled, futures }: Pick<ChangeExplained, 'exact' | 'settled' | 'futures'>,
  subject: string,
  speech: Speech,
): string {
  const { lang, show, name } = speech;
  const nl = lang === 'nl';
  const { from, to, movers, together, strongestPair } = change;
  const largest = Math.max(...movers.map(({ value }) => Math.abs(value)));
  if (largest === 0) {
    return nl
      ? `${capital(subject)} verandert niet: ${show(from)}.`
      : `${capital(subject)} does not change: ${show(from)}.`;
  }
  const parts = partsOf(movers, change.change, speech);
  const sentences = [
    nl
      ? `${capital(subject)} gaat van ${show(from)} naar ${show(to)} (${show(change.change, true)}): ${parts}.`
      : `${capital(subject)} goes from ${show(from)} to ${show(to)} (${show(change.change, true)}): ${parts}.`,
  ];
  if (Math.abs(together) >= SMALL * Math.max(largest, Math.abs(change.change)) && movers.length > 1) {
    const pair =
      strongestPair === null || movers.length < 3
        ? ''
        : ` (${nl ? 'vooral' : 'mostly'} ${joined(strongestPair.movers.map(name), lang)})`;
    if (nl) {
      sentences.push(
        together > 0
          ? `Samen brengen ze ${show(together)} meer dan elk apart${pair}; dat is hier eerlijk verdeeld.`
          : `Samen brengen ze ${show(-together)} minder dan elk apart${pair}, want ze zitten elkaar in de weg; dat is hier eerlijk verdeeld.`,
      );
    } else {
      sentences.push(
        together > 0
          ? `Together they bring ${show(together)} more than each apart${pair}; that is shared evenly here.`
          : `Together they bring ${show(-together)} less than each apart${pair}, for they are in each other's way; that is shared evenly here.`,
      );
    }
  }
  const widest = Math.max(...movers.map(({ orderError }) => orderError));
  if (!exact) {
    const rough = settled ? '' : nl ? ' Dat is nog ruw.' : ' That is still rough.';
    sentences.push(
      nl
        ? `De verdeling is geschat uit volgordes, op ten hoogste ${show(2 * widest)} na.${rough}`
        : `The shares are estimated from orders, within ${show(2 * widest)} at most.${rough}`,
    );
  }
  sentences.push(
    nl
      ? `Berekend over ${countOf(futures, lang)} toekomsten.`
      : `Computed over ${countOf(futures, lang)} futures.`,
  );
  return sentences.join(' ');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Why an outcome differs along the model's causes: an indented line per cause, skipping nodes that only pass on one cause.
 */
export function causeLines(
  { tree, from, to, futures }: CausesExplained,
  subject: string,
  speech: Speech,
): readonly { readonly depth: number; readonly text: string }[] {
  const { lang, show, name } = speech;
  const nl = lang === 'nl';
  const head = nl
    ? `${capital(subject)} gaat gemiddeld over ${countOf(futures, lang)} toekomsten van ${show(from)} naar ${show(to)} (${show(to - from, true)}).`
    : `${capital(subject)} goes from ${show(from)} to ${show(to)} (${show(to - from, true)}), the mean of ${countOf(futures, lang)} futures.`;
  const lines = [{ depth: 0, text: head }];
  const ends: Record<NonNullable<Cause['end']>, string> = {
    given: nl ? 'dat is zo ingesteld' : 'that is set so',
    'comes-back': nl ? 'dat komt terug op wat hierboven staat' : 'that comes back to what stands above',
    small: '',
  };
  const say = (cause: Cause, depth: number): void => {
    const only = cause.causes.length === 1 ? cause.causes[0] : undefined;
    const handsOn =
      only !== undefined &&
      Math.abs(only.contribution - cause.contribution) <= 1e-6 * Math.abs(cause.contribution);
    if (only !== undefined && handsOn && only.end === null) {
      say(only, depth);
      return;
    }
    const end = cause.end === null ? '' : ends[cause.end];
    const through =
      cause.through.length === 0
        ? ''
        : ` (${nl ? 'langs' : 'by way of'} ${joined(cause.through.map(name), lang)})`;
    lines.push({
      depth,
      text: `${show(cause.contribution, true)} ${nl ? 'door' : 'through'} ${name(cause.variable)}${through}${end === '' ? '' : `; ${end}`}`,
    });
    for (const each of cause.causes) say(each, depth + 1);
    // Negligible remainders are left out.
    if (
      cause.others.count > 0 &&
      Math.abs(cause.others.contribution) > SMALL * Math.abs(cause.contribution)
    ) {
      lines.push({
        depth: depth + 1,
        text: `${show(cause.others.contribution, true)} ${smallerCauses(cause.others.count, lang)}`,
      });
    }
  };
  for (const cause of tree.causes) say(cause, 1);
  return lines;
}

const smallerCauses = (count: number, lang: Lang): string => {
  if (lang === 'nl') {
    return `door ${count === 1 ? 'één kleinere oorzaak' : `${countOf(count, lang)} kleinere oorzaken`}`;
  }
  return `through ${count === 1 ? 'one smaller cause' : `${countOf(count, lang)} smaller causes`}`;
};

/** Which constraints hold back more or less than before; empty where none changes clearly. */
export function limitsSentence(changes: readonly LimitChange[], { lang, show, name }: Speech): string {
  const nl = lang === 'nl';
  const largest = Math.max(0, ...changes.map(({ change }) => Math.abs(change)));
  const clear = changes.filter(
    ({ change, error }) =>
      Math.abs(change) > 2 * error && Math.abs(change) >= SMALL * largest && change !== 0,
  );
  const side = (sign: 1 | -1): string =>
    joined(
      clear
        .filter(({ change }) => Math.sign(change) === sign)
        .slice(0, MOST)
        .map(({ constraint, change }) => `${name(constraint)} (${show(Math.abs(change))})`),
      lang,
    );
  const [more, less] = [side(1), side(-1)];
  return [
    ...(more === '' ? [] : [nl ? `Meer houdt tegen: ${more}.` : `Holding back more: ${more}.`]),
    ...(less === '' ? [] : [nl ? `Minder houdt tegen: ${less}.` : `Holding back less: ${less}.`]),
  ].join(' ');
}

/** What makes futures differ: the clear drivers, and how much they explain. */
export function driversSentence(
  { drivers, r2, adjusted, futures, rough }: Drivers,
  subject: string,
  { lang, show, name }: Speech,
): string {
  const nl = lang === 'nl';
  const named = drivers.filter(({ clear }) => clear).slice(0, MOST);
  const of = nl ? `${countOf(futures, lang)} toekomsten` : `${countOf(futures, lang)} futures`;
  if (named.length === 0) {
    return nl
      ? `Geen enkele onzekerheid verklaart duidelijk waarom ${subject} per toekomst verschilt (${of}).`
      : `No single uncertainty clearly explains why ${subject} differs from future to future (${of}).`;
  }
  const [first] = named;
  const parts = joined(
    named.map(({ id, share }) => `${name(id)} (${percent(share)})`),
    lang,
  );
  const low = first === undefined ? '' : show(first.low);
  const high = first === undefined ? '' : show(first.high);
  const quarter = first === undefined ? '' : name(first.id);
  const sentences = nl
    ? [
        `Waarom ${subject} per toekomst verschilt, komt vooral door ${parts}.`,
        `In het kwart van de toekomsten met het minste van ${quarter} is het gemiddeld ${low}, in het kwart met het meeste ${high}.`,
        `Alle onzekerheden samen verklaren ${percent(Math.max(0, adjusted))} als een vaste stijging of daling; de rest zit in hoe ze op elkaar werken.`,
      ]
    : [
        `Why ${subject} differs from future to future is mostly due to ${parts}.`,
        `In the quarter of the futures with the least of ${quarter} it is ${low} on average, in the quarter with the most ${high}.`,
        `All uncertainties together explain ${percent(Math.max(0, adjusted))} as a steady rise or fall; the rest is in how they work on each other.`,
      ];
  if (rough) {
    sentences.push(
      nl
        ? `Er zijn weinig toekomsten (${of}): de volgorde is zekerder dan de percentages.`
        : `There are few futures (${of}): the order is surer than the percentages.`,
    );
  } else if (r2 - adjusted > 0.05) {
    sentences.push(
      nl
        ? `Meer toekomsten maken dit zekerder (nu ${of}).`
        : `More futures would make this surer (now ${of}).`,
    );
  }
  return sentences.join(' ');
}

/** Which number, if it were settled, would change the choice between packages. */
export function informationSentence({ best, lead, inputs, futures }: Information, speech: Speech): string {
  const { lang, show, name, showOf = (_id, value) => countOf(value, lang) } = speech;
  const nl = lang === 'nl';
  const of = countOf(futures, lang);
  const close = lead.by <= 2 * lead.error;
  const first = nl
    ? `Over alle ${of} toekomsten is ${name(best)} het beste, ${show(lead.by)} beter dan ${name(lead.second)}${close ? '; dat verschil kan toeval zijn' : ''}.`
    : `Over all ${of} futures ${name(best)} is best, ${show(lead.by)} better than ${name(lead.second)}${close ? '; that difference may be chance' : ''}.`;
  const named = inputs.filter(({ settles }) => settles).slice(0, MOST);
  if (named.length === 0) {
    return `${first} ${
      nl
        ? 'Van geen enkele onzekerheid is te zien dat zij, als zij bekend was, de keuze zou veranderen.'
        : 'Of no uncertainty it can be seen that knowing it would change the choice.'
    }`;
  }
  const sentences = named.flatMap(({ id, stretches }) =>
    stretches
      .filter(({ clear, best: winner }) => clear && winner !== best)
      .map(({ from, to, best: winner, ahead, futures: inFutures }) => {
        const where = whereOf(from, to, (value) => showOf(id, value), lang);
        const share = `(${countOf(inFutures, lang)} ${nl ? 'van' : 'of'} ${of} ${nl ? 'toekomsten' : 'futures'})`;
        if (where === null) {
          return nl
            ? `Waar ${name(id)} ook uitkomt, ${name(winner)} is daar ${show(ahead)} beter dan ${name(best)} ${share}.`
            : `Wherever ${name(id)} turns out, ${name(winner)} is ${show(ahead)} better than ${name(best)} there ${share}.`;
        }
        return nl
          ? `Als ${name(id)} ${where} uitkomt, is ${name(winner)} ${show(ahead)} beter dan ${name(best)} ${share}.`
          : `If ${name(id)} turns out ${where}, ${name(winner)} is ${show(ahead)} better than ${name(best)} ${share}.`;
      }),
  );
  return [first, ...sentences].join(' ');
}

/** Where a stretch lies; null for one without an end on either side. */
function whereOf(
  from: number | null,
  to: number | null,
  show: (value: number) => string,
  lang: Lang,
): string | null {
  const nl = lang === 'nl';
  if (from !== null && to !== null) {
    return nl ? `tussen ${show(from)} en ${show(to)}` : `between ${show(from)} and ${show(to)}`;
  }
  if (to !== null) return nl ? `onder ${show(to)}` : `below ${show(to)}`;
  if (from !== null) return nl ? `boven ${show(from)}` : `above ${show(from)}`;
  return null;
}

/** Two constraints bind together where at least this part of what both bring is missing when each is relieved alone. */
const BINDING = 0.25;

/** What relief of each constraint buys, and which two must give way together. */
export function reliefSentence({ reliefs, pairs }: OutcomeRelief, speech: Speech): string {
  const { lang, show, name, showOf = (_id, value) => countOf(value, lang) } = speech;
  const nl = lang === 'nl';
  const clear = reliefs.filter(
    // No error with too few futures: then every gain counts.
    ({ alone, share }) => Math.abs(alone.value) > 2 * (alone.error ?? 0) && share.value !== 0,
  );
  const gains = [...clear]
    .sort((a, b) => Math.abs(b.alone.value) - Math.abs(a.alone.value))
    .slice(0, MOST)
    .map(({ id, by, alone }) =>
      nl
        ? `verlichting van ${name(id)} met ${showOf(id, Math.abs(by))} levert ${show(alone.value, true)} op`
        : `relief of ${name(id)} by ${showOf(id, Math.abs(by))} buys ${show(alone.value, true)}`,
    );
  const [pair] = pairs.filter(({ extra, both }) => extra.value >= BINDING * Math.abs(both.value));
  const sentences = [
    gains.length === 0
      ? nl
        ? 'Verlichting van één knelpunt alleen levert niets duidelijks op.'
        : 'Relief of one constraint alone buys nothing clear.'
      : `${capital(joined(gains, lang))}.`,
  ];
  if (pair !== undefined) {
    const names = joined(pair.ids.map(name), lang);
    sentences.push(
      nl
        ? `${capital(names)} knellen samen: tegelijk verlicht brengen ze ${show(pair.both.value, true)}, dat is ${show(pair.extra.value)} meer dan elk apart.`
        : `${capital(names)} bind together: relieved at once they bring ${show(pair.both.value, true)}, ${show(pair.extra.value)} more than each apart.`,
    );
  }
  return sentences.join(' ');
}
