import type { Region, StatisticsSource } from '@schaalsprong/agenda';
import { canonical, sha256 } from '@schaalsprong/words';
import { batchOf, keyOf } from '../batch.ts';
import type { Batch, Fact, FactKey, Quarantined, VintageFact } from '../facts.ts';
import { type Doubt, doubt } from './doubt.ts';
import { jumpsIn } from './jumps.ts';

/** What a batch is compared with. */
export interface QuarantineWith {
  readonly source: StatisticsSource;
  /** what could not be read as a figure, or should not be taken as one, by who read the source */
  readonly doubts: readonly Doubt[];
  /** every current figure of the series of the source, of other sources too */
  readonly standing: readonly VintageFact[];
  /** versions of the source itself, to tell its own figures from those of others */
  readonly vintages: ReadonlySet<string>;
  readonly units: Region['units'];
  /** what persons decided before */
  readonly decided: readonly Quarantined[];
  /** UTC */
  readonly now: string;
}

/** A batch without what must wait, and what waits. */
export interface Sifted {
  /** with `held` in it, so that a store keeps both in one go */
  readonly batch: Batch;
  readonly held: readonly Quarantined[];
  /** findings that a person refused before: not taken, and not asked again */
  readonly refused: number;
}

/** More findings of a kind than this, in more than half of a series, are one question about the series. */
const mostAlike = 10;

/**
 * Takes out of a batch what a person must look at first: nothing is dropped in silence, and nothing doubtful is taken in silence.
 *
 * A figure that is held waits by itself: the rest is taken, and the figure that stood stays. Where the structure is in question (a
 * unit that changed, a series that is gone, most of a series that jumps), the whole series waits. A finding has the same id each
 * time, so that what a person accepted is taken at the next ingest, and what was refused is not asked again.
 *
 * @returns the batch with its own hash, so that the same file gives the same version twice
 */
export async function quarantine(batch: Batch, beside: QuarantineWith): Promise<Sifted> {
  const decisions = new Map(beside.decided.map(({ id, decision }) => [id, decision]));
  const findings = gathered([...beside.doubts, ...findingsIn(batch, beside)], batch.facts);
  const kept: { readonly id: string; readonly finding: Doubt; readonly members: readonly Doubt[] }[] = [];
  let refused = 0;
  for (const { finding, members } of findings) {
    const id = await idOf(beside.source.id, finding);
    const decision = decisions.get(id);
    if (decision?.take === true && (finding.fact !== null || finding.period === '')) continue;
    if (decision?.take === false) refused++;
    kept.push({ id, finding, members });
  }
  const series = new Set<string>();
  const keys = new Set<string>();
  for (const { finding, members } of kept) {
    for (const { series: name, area, period } of [finding, ...members]) {
      if (area === '' && period === '') series.add(name);
      else keys.add(keyOf({ series: name, area, period }));
    }
  }
  const facts = batch.facts.filter((fact) => !series.has(fact.series) && !keys.has(keyOf(fact)));
  const { vintage, covers } = batch;
  const { published, retrieved, address, table, classification } = vintage;
  const sifted =
    facts.length === batch.facts.length
      ? batch
      : await batchOf(
          { ...beside.source, licence: vintage.licence, attribution: vintage.attribution },
          facts,
          { published, retrieved, address, table, classification, covers },
        );
  const held = kept.map(
    ({ id, finding: { code, text, fact, found, ...key } }): Quarantined => ({
      series: key.series,
      area: key.area,
      period: key.period,
      id,
      source: beside.source.id,
      code,
      text,
      fact,
      found,
      vintage: sifted.vintage,
      since: beside.now,
      decision: null,
    }),
  );
  return {
    batch: held.length === 0 ? sifted : { ...sifted, held },
    held: held.filter(({ id }) => decisions.get(id) == null),
    refused,
  };
}

/** Stable id of a finding: ten hexadecimal digits of a hash, independent of time and short enough to type. */
async function idOf(source: string, { series, area, period, code, found }: Doubt): Promise<string> {
  return (await sha256(canonical([source, series, area, period, code, found]))).slice(0, 10);
}

/** Many findings of one kind in one series become one about the series; the others stay as they are. */
function gathered(
  findings: readonly Doubt[],
  facts: readonly Fact[],
): readonly { readonly finding: Doubt; readonly members: readonly Doubt[] }[] {
  const sizes = new Map<string, number>();
  for (const { series } of facts) sizes.set(series, (sizes.get(series) ?? 0) + 1);
  const alike = Map.groupBy(findings, ({ series, code }) => `${series}\n${code}`);
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const withoutFact = group.filter(({ fact }) => fact === null).length;
    // a series whose cells could not be read at all has no facts
    const of = (sizes.get(first.series) ?? 0) + withoutFact;
    if (group.length <= mostAlike || group.length * 2 <= of) {
      return group.map((finding) => ({ finding, members: [] }));
    }
    const finding: Doubt = {
      series: first.series,
      area: '',
      period: '',
      code: first.code,
      fact: null,
      found: `${group.length} / ${of}: ${first.found}`,
      text: {
        nl: `${first.text.nl} Zo zijn er ${group.length} van de ${of}: de hele reeks wacht.`,
        en: `${first.text.en} So it is with ${group.length} of ${of}: the whole series waits.`,
      },
    };
    return [{ finding, members: group }];
  });
}

/** Whether a unit counts things: shown without decimals, and no year. */
const isCount = (units: Region['units'], unit: string): boolean => {
  const found = units[unit];
  return found !== undefined && found.decimals === 0 && found.grouping !== false;
};

const number = (value: number): string => String(Number(value.toPrecision(6)));

function* findingsIn(
  batch: Batch,
  { source, doubts, standing, vintages, units }: QuarantineWith,
): Generator<Doubt, void, undefined> {
  const lines = Map.groupBy(batch.facts, ({ series, area }) => `${series}\n${area}`);
  const own = standing.filter(({ vintage }) => vintages.has(vintage));
  // Figures of the source itself go before those of others.
  const others = standing.filter(({ vintage }) => !vintages.has(vintage));
  const stood = Map.groupBy([...own, ...others], lineOf);
  const signed = new Set(
    standing.flatMap(({ value, series }) => (value !== null && value < 0 ? [series] : [])),
  );
  const largest = new Map(source.series.map(({ series, largestJump }) => [series, largestJump]));
  for (const facts of lines.values()) {
    const [first] = facts;
    if (first === undefined) continue;
    const counts = isCount(units, first.unit);
    const line = stood.get(lineOf(first)) ?? [];
    const most = largest.get(first.series) ?? 10;
    for (const { fact, neighbour, times } of jumpsIn(facts, line, most, counts)) {
      const isLarger = Math.abs(fact.value) > Math.abs(neighbour.value);
      yield doubt('MONITOR_VALUE_JUMPS', fact, `${fact.value} ${fact.unit}`, fact, {
        times: number(times),
        most,
        size: isLarger ? { nl: 'groot', en: 'large' } : { nl: 'klein', en: 'small' },
        beside: `${neighbour.value} (${neighbour.period})`,
      });
    }
    if (!counts || signed.has(first.series)) continue;
    for (const fact of facts) {
      if (fact.value === null || fact.value >= 0) continue;
      yield doubt('MONITOR_VALUE_NEGATIVE', fact, String(fact.value), fact, { unit: fact.unit });
    }
  }
  yield* goneFrom(batch, own, new Set(source.series.map(({ series }) => series)), doubts);
}

const lineOf = ({ series, area }: FactKey): string => `${series}\n${area}`;

/** Series that stood and of which nothing came; and areas, where what is left out would be withdrawn. */
function* goneFrom(
  { facts, covers }: Batch,
  own: readonly VintageFact[],
  asked: ReadonlySet<string>,
  doubts: readonly Doubt[],
): Generator<Doubt, void, undefined> {
  const came = new Set([...facts, ...doubts].flatMap((one) => [one.series, lineOf(one)]));
  const lines = Map.groupBy(own, lineOf);
  const series = Map.groupBy(own, (fact) => fact.series);
  for (const [name, stood] of series) {
    const isAsked = covers === null ? asked.has(name) : covers.series.includes(name);
    if (!isAsked) continue;
    if (!came.has(name)) {
      yield doubt('MONITOR_SERIES_GONE', { series: name, area: '', period: '' }, String(stood.length), null, {
        area: '',
      });
    }
  }
  if (covers === null) return;
  for (const [line, stood] of lines) {
    const [fact] = stood;
    if (fact === undefined || came.has(line) || !came.has(fact.series)) continue;
    if (!covers.series.includes(fact.series) || !covers.areas.includes(fact.area)) continue;
    yield doubt('MONITOR_SERIES_GONE', { ...fact, period: '' }, String(stood.length), null, {
      area: { nl: ` in ${fact.area}`, en: ` in ${fact.area}` },
    });
  }
}
