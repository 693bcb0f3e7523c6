import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Region } from '@schaalsprong/agenda';
import { openRegion } from '@schaalsprong/futures';
import { missedData, type TargetCases, targetCases } from '@schaalsprong/futures/experiments';
import { hashCases, type Interest } from '@schaalsprong/methods/cases';
import {
  type BoxWords,
  type DiscoveryData,
  type DiscoveryQuestion,
  discoveryData,
  numberInput,
} from '@schaalsprong/methods/discovery';
import { createWorkerPool, readCases } from '@schaalsprong/methods/node';
import type { Lang, Text } from '@schaalsprong/words';
import { formatNumber, must } from '@schaalsprong/words';
import type { Surroundings } from '../../command/surroundings.ts';
import { regionFiles, regionFolder } from '../../region/region-files.ts';
import { findScenario } from '../../region/scenario.ts';
import { progressLine } from '../../terminal/progress.ts';
import type { Given } from './options.ts';
import { sayDiscover } from './texts.ts';

/** Where the futures came from, for who wants to make them again. */
export type Source =
  | {
      readonly file: string;
      /** The time at which outcomes over time were read, where one was asked. */
      readonly at?: number;
      readonly hash: string;
      readonly rows: number;
    }
  | (Region['hashes'] & {
      readonly region: string;
      readonly scenario: string;
      readonly seed: number;
      readonly futures: number;
    });

/** One question: the futures, which of them are of interest, and the words to tell it in. */
export interface Subject {
  readonly source: Source;
  readonly outcome: string;
  /** What is of interest: above, below or equal to what, missed (a target), or flagged (a column of 0 and 1). */
  readonly interest: Interest | 'missed' | 'flagged';
  readonly data: DiscoveryData;
  readonly words: BoxWords;
  /** Of a target: between which values the outcome lies, as they are written. */
  readonly outcomeRange: { readonly from: Text; readonly to: Text } | null;
}

/**
 * What the words after `discover METHOD` ask of: a table of cases or the futures of a region, one subject per threshold.
 *
 * @returns null where the region is not there, which is said
 * @throws UsageError on words that do not fit; FuturesError, RegionError and ModelError on what they name
 */
export async function subjectsOf(given: Given, world: Surroundings): Promise<readonly Subject[] | null> {
  const { lang } = given;
  const path = given.rest[1] ?? given.wrong('no-data');
  const outcome =
    given.value('outcome') ??
    given.wrong('needs-option', {
      command: 'discover',
      what: '--outcome',
      why: sayDiscover(lang, 'why-outcome'),
    });
  const interests = interestsOf(given);
  const folder = regionFolder(path, world);
  if (folder === null || !existsSync(join(folder, 'region.yaml'))) {
    for (const name of ['scenario', 'futures', 'threads'] as const) {
      if (given.value(name) !== null)
        given.wrong('only-with', { what: `--${name}`, other: sayDiscover(lang, 'a-region') });
    }
    return ofCases(path, outcome, interests, given, world);
  }
  if (given.value('at') !== null)
    given.wrong('only-with', { what: '--at', other: sayDiscover(lang, 'a-file') });
  const files = regionFiles(path, lang, world);
  if (files === null) return null;
  const { region, model } = await openRegion(files);
  const asked = given.value('scenario');
  const scenario = asked === null ? undefined : await findScenario(asked, region, files, world.cwd);
  if (asked !== null && scenario === null) {
    const known = region.scenarios.map(({ id }) => String(id));
    given.wrong('scenario-unknown', { value: asked, known: known.join(', ') });
  }
  const progress = progressLine(lang, world);
  const runner = createWorkerPool({ model, threads: given.count('threads') ?? undefined });
  try {
    const found = await targetCases(
      {
        region,
        model,
        runner,
        target: outcome,
        scenario: scenario ?? undefined,
        futures: given.count('futures') ?? undefined,
        seed: given.count('seed') ?? undefined,
      },
      { signal: world.signal, onProgress: progress.show },
    );
    return interests.map((interest) => ofTarget(region, found, interest, given));
  } finally {
    progress.clear();
    await runner.close();
  }
}

function ofTarget(region: Region, found: TargetCases, interest: Interest | null, given: Given): Subject {
  const targets = new Map(region.targets.map((each) => [String(each.id), each]));
  const target = must(targets, found.target);
  const { scenario, seed, futures } = found;
  const shown = (value: number, lang: Lang): string => formatNumber(value, target.unit, lang, region.units);
  return {
    source: { region: region.id, ...region.hashes, scenario, seed, futures },
    outcome: found.target,
    interest: interest ?? 'missed',
    data:
      interest === null
        ? missedData(found, questionOf(found.target, null, given))
        : discoveryData(found.cases, questionOf(found.target, interest, given)),
    words: {
      happens: happensText(target.title, interest ?? 'missed', shown),
      inputs: Object.fromEntries(region.uncertainties.map(({ id, title, unit }) => [id, { title, unit }])),
      units: region.units,
    },
    outcomeRange: rangeOf(found, shown),
  };
}

/** The least and the most of the target over the futures. */
function rangeOf(
  { cases, target }: TargetCases,
  shown: (value: number, lang: Lang) => string,
): Subject['outcomeRange'] {
  const column = cases.columns.find(({ name }) => name === target);
  if (column === undefined || column.kind === 'category') return null;
  const { min, max } = numberInput(target, column.values);
  const both = (value: number): Text => ({ nl: shown(value, 'nl'), en: shown(value, 'en') });
  return { from: both(min), to: both(max) };
}

async function ofCases(
  path: string,
  outcome: string,
  interests: readonly (Interest | null)[],
  given: Given,
  world: Surroundings,
): Promise<readonly Subject[]> {
  const at = given.number('at');
  const cases = await readCases(resolve(world.cwd, path), { at: at ?? 'last' });
  const source: Source = {
    file: basename(path),
    ...(at === null ? {} : { at }),
    hash: await hashCases(cases),
    rows: cases.count,
  };
  const shown = (value: number, lang: Lang): string => formatNumber(value, '', lang, {});
  return interests.map((interest) => ({
    source,
    outcome,
    interest: interest ?? 'flagged',
    data: discoveryData(cases, questionOf(outcome, interest, given)),
    words: { happens: happensText({ nl: outcome, en: outcome }, interest ?? 'flagged', shown) },
    outcomeRange: null,
  }));
}

function questionOf(outcome: string, interest: Interest | null, given: Given): DiscoveryQuestion {
  const inputs = given.names('inputs');
  return {
    outcome,
    interest: interest ?? undefined,
    inputs: inputs.length > 0 ? inputs : undefined,
    leaveOut: given.names('leave-out'),
  };
}

/** The thresholds that were given, each a question of its own; one null where there is none. */
function interestsOf(given: Given): readonly (Interest | null)[] {
  const kind = given.atMostOne(['above', 'below', 'equals']);
  if (kind === null) return [null];
  const values = given.names(kind);
  if (kind === 'equals') return values.map((equals) => ({ equals }));
  return values.map((text) => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value))
      given.wrong('not-number', { what: `--${kind}`, min: '-1e308', max: '1e308', value: text });
    return kind === 'above' ? { above: value } : { below: value };
  });
}

/** What happens in a future of interest, as the start of a sentence. */
function happensText(
  title: Text,
  interest: Subject['interest'],
  shown: (value: number, lang: Lang) => string,
): Text {
  const say = (lang: Lang): string => {
    const named = { title: title[lang] };
    if (interest === 'missed' || interest === 'flagged') return sayDiscover(lang, interest, named);
    if ('above' in interest)
      return sayDiscover(lang, 'above', { ...named, value: shown(interest.above, lang) });
    if ('below' in interest)
      return sayDiscover(lang, 'below', { ...named, value: shown(interest.below, lang) });
    return sayDiscover(lang, 'equals', { ...named, value: String(interest.equals) });
  };
  return { nl: say('nl'), en: say('en') };
}
