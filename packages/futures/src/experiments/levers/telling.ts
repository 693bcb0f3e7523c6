import type { Region } from '@schaalsprong/agenda';
import type { Decision } from '@schaalsprong/methods/search';
import { at, formatMet, formatNumber, type Lang, metDegree, numberAt } from '@schaalsprong/words';
import type { LeverProblem, PackageOutcomes } from './lever-problem.ts';

/** More names than this in one sentence nobody holds. */
const MOST_NAMED = 3;
/** A lever that differs less from its mean over the packages says nothing of what makes a package itself. */
const TELLING = 0.15;

/** How far a lever goes, for people: `80% of the agenda`, `built`, `left out`. */
export function positionText(
  problem: LeverProblem,
  index: number,
  decision: Decision,
  region: Region,
  lang: Lang,
): string {
  const lever = at(problem.levers, index);
  const step = numberAt(decision, index);
  const words = texts[lang];
  if (lever.isSwitch) return step === 1 ? words.done : words.leftOut;
  const share = lever.shareAt(step);
  if (share === 0) return words.leftOut;
  const value = formatNumber(lever.valueAt(step), lever.measure.lever.unit, lang, region.units, {
    rounded: true,
  });
  if (share === null) return value;
  const part = words.share(Math.round(share * 100));
  // Of a ratio the part says all.
  return lever.measure.lever.unit === 'ratio' ? part : `${part}, ${value}`;
}

/**
 * What makes a package itself, in one or two sentences: where it goes further than the others, what it leaves out that they do not, and
 * how many targets it meets in most futures.
 *
 * @param packages all that are told together
 * @param outcomes what each gives, in the same order
 */
export function packageText(
  problem: LeverProblem,
  packages: readonly Decision[],
  outcomes: readonly PackageOutcomes[],
  index: number,
  region: Region,
  lang: Lang,
): string {
  const words = texts[lang];
  const reach = (decision: Decision, l: number): number => {
    const variable = problem.variables[l];
    const step = numberAt(decision, l);
    if (variable === undefined || variable.kind === 'category') return step;
    return variable.max === variable.min ? 0 : (step - variable.min) / (variable.max - variable.min);
  };
  const own = packages[index] ?? new Float64Array();
  const others = packages.filter((_, i) => i !== index);
  const ahead = problem.levers
    .map((lever, l) => {
      const mean = others.reduce((sum, decision) => sum + reach(decision, l), 0) / Math.max(1, others.length);
      return { l, title: lever.measure.title[lang], more: reach(own, l) - mean };
    })
    .filter(({ more }) => Math.abs(more) >= TELLING || others.length === 0);
  const most = ahead
    .filter(({ more }) => more > 0)
    .sort((a, b) => b.more - a.more || a.l - b.l)
    .slice(0, MOST_NAMED);
  const least = ahead
    .filter(({ more }) => more < 0)
    .sort((a, b) => a.more - b.more || a.l - b.l)
    .slice(0, MOST_NAMED);
  const named = (list: typeof ahead): string =>
    enumerated(
      list.map(({ l, title }) => `${title} (${positionText(problem, l, own, region, lang)})`),
      words.and,
    );
  const first =
    others.length === 0
      ? words.only(named(most))
      : most.length === 0 && least.length === 0
        ? words.alike
        : [
            most.length === 0 ? '' : words.more(named(most)),
            least.length === 0 ? '' : words.less(named(least)),
          ]
            .filter((part) => part !== '')
            .join('; ');
  const given = outcomes[index]?.targets ?? [];
  const firm = given.filter(({ met }) => metDegree(met) === 'most');
  const lines = problem.lines.flatMap(({ target }) => given.find((each) => each.target === target) ?? []);
  const kept = lines.map(({ target, met }) => {
    const title = region.targets.find(({ id }) => id === target)?.title[lang] ?? target;
    return `${title} ${formatMet(met, lang)}`;
  });
  return [
    words.package(index + 1, first),
    words.firm(firm.length, given.length),
    ...(kept.length === 0 ? [] : [words.lines(kept.join('; '))]),
  ].join(' ');
}

/** `a, b and c`; empty for nothing. */
function enumerated(items: readonly string[], and: string): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${and} ${last}`;
}

interface Words {
  readonly and: string;
  readonly done: string;
  readonly leftOut: string;
  readonly alike: string;
  only(names: string): string;
  share(percent: number): string;
  more(names: string): string;
  less(names: string): string;
  package(number: number, what: string): string;
  firm(count: number, of: number): string;
  lines(what: string): string;
}

const texts: Record<Lang, Words> = {
  nl: {
    and: 'en',
    done: 'uitgevoerd',
    leftOut: 'niet',
    alike: 'lijkt sterk op de andere',
    only: (names) => (names === '' ? 'doet niets' : `gaat het verst met ${names}`),
    share: (percent) => `${percent}% van de agenda`,
    more: (names) => `gaat verder dan de andere met ${names}`,
    less: (names) => `minder ver met ${names}`,
    package: (number, what) => `Pakket ${number} ${what}.`,
    firm: (count, of) =>
      `${count} van ${of} doelstellingen worden in twee derde van de toekomsten of meer gehaald.`,
    lines: (what) => `Rode lijnen: ${what}.`,
  },
  en: {
    and: 'and',
    done: 'done',
    leftOut: 'not',
    alike: 'is much like the others',
    only: (names) => (names === '' ? 'does nothing' : `goes furthest with ${names}`),
    share: (percent) => `${percent}% of the agenda`,
    more: (names) => `goes further than the others with ${names}`,
    less: (names) => `less far with ${names}`,
    package: (number, what) => `Package ${number} ${what}.`,
    firm: (count, of) => `${count} of ${of} targets are met in two thirds of the futures or more.`,
    lines: (what) => `Red lines: ${what}.`,
  },
};
