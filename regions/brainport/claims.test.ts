import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Claim, ClaimsFile, RegionFile, TargetsFile, TreeFile } from '@schaalsprong/agenda';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

/**
 * The claims against the text that they are about. The claims are read here without the rest of the region, so
 * that a fault elsewhere in the content does not hide a fault in a claim; `loadRegion` checks their references.
 */

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const readYaml = (path: string): unknown => parse(readFileSync(here(path), 'utf8'));

const files = readdirSync(here('claims'))
  .filter((name) => name.endsWith('.yaml'))
  .sort();
const claims: Claim[] = files.flatMap((name) => ClaimsFile.parse(readYaml(`claims/${name}`)).claims);
const { targets } = TargetsFile.parse(readYaml('targets.yaml'));
const region = RegionFile.parse(readYaml('region.yaml'));
const statements = TreeFile.parse(readYaml('tree.yaml')).nodes.flatMap((node) => node.statements);

// ---------------------------------------------------------------- the agenda text

const shared = process.env.SCHAALSPRONG_SHARED;
const agendaFile =
  shared === undefined
    ? here(`../../../shared/agenda/${region.document.file}`)
    : `${shared}/agenda/${region.document.file}`;
if (shared !== undefined && !existsSync(agendaFile)) {
  throw new Error(`SCHAALSPRONG_SHARED is set, but ${agendaFile} does not exist`);
}
const agenda: readonly string[] | null = existsSync(agendaFile)
  ? readFileSync(agendaFile, 'utf8').split('\n')
  : null;

const needsAgenda = (name: string, body: (lines: readonly string[]) => void): void =>
  it(name, (context) => {
    if (agenda === null) {
      context.skip(
        `the agenda text is not here (${agendaFile}); put it there, or name its folder in SCHAALSPRONG_SHARED`,
      );
      return;
    }
    body(agenda);
  });

/** Numbers that the making of the text glued to a footnote mark, and what they are without it. */
const glued: readonly (readonly [string, string])[] = [
  ['€151.80022', '€151.800'],
  ['201712', '2017'],
  ['201715', '2017'],
  ['plek 1024', 'plek 10'],
];

/** Some lines of the text as running text: hyphenated line ends joined, blanks squeezed, glued notes taken off. */
function running(lines: readonly string[], from: number, to: number): string {
  const joined = lines
    .slice(from - 1, to)
    .join('\n')
    .replaceAll(/-[ \t]*\n\s*/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return glued.reduce((text, [wrong, right]) => text.replaceAll(wrong, right), joined);
}

/** True where the figure is in the text as a whole word or number, not as a part of a longer one. */
function stands(figure: string, text: string): boolean {
  const escaped = figure.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}]|\\p{N}[.,])${escaped}(?![\\p{L}\\p{N}]|[.,]\\p{N})`, 'u').test(text);
}

const figuresOf = (claim: Claim): readonly string[] =>
  typeof claim.figure === 'string' ? claim.places.map(() => String(claim.figure)) : claim.figure;

// ---------------------------------------------------------------- what a figure says

const numberWords: Readonly<Record<string, number>> = {
  één: 1,
  drie: 3,
  vier: 4,
  vijf: 5,
  eerste: 1,
  'tiende plaats': 10,
  tweemaal: 2,
  'een derde': 33.3,
  'een kwart': 25,
  '2 op de 5': 40,
};

/**
 * Words that compare or judge without a number, and the value that we read in them: first in a ranking (1), as
 * much as is needed or as it was (1), no change (0), half (50). The side on which the truth lies is the qualifier.
 */
const judgingWords: Readonly<Record<string, number>> = {
  hoogste: 1,
  meest: 1,
  recordniveaus: 1,
  'meer dan': 1,
  hoger: 1,
  groter: 1,
  'relatief weinig': 1,
  'uiterst krappe': 1,
  krapte: 1,
  congestie: 1,
  obstakel: 1,
  'verhoudingsgewijs langer': 1,
  achter: 1,
  achterblijvend: 1,
  betaalbare: 1,
  concurreren: 1,
  vergelijkbaar: 1,
  voldoende: 1,
  'voldoende capaciteit': 1,
  'voldoende (kwalitatieve) bedrijfsruimte': 1,
  'geen beperkingen': 1,
  accommoderen: 1,
  meegroeien: 1,
  verbeteren: 1,
  bijdraagt: 1,
  behoud: 1,
  'zonder dat': 0,
  toenemende: 0,
  reizigersgroei: 0,
  groei: 0,
  aanvullend: 0,
  aanvullende: 0,
  aantrekken: 0,
  daarbuiten: 0,
  fors: 0,
  minimale: 0,
  nauwelijks: 0,
  personeel: 0,
  versterkt: 0,
  verhogen: 0,
  gedaald: 0,
  uitbreiding: 0,
  veelal: 50,
};

const month = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december';

/** The one number in a figure as the Dutch write it: `€9,9 mld.` is 9.9, `62.000` is 62000; null where there is not one. */
function dutchNumber(figure: string): number | null {
  const found = figure.match(/\d+(\.\d{3})*(,\d+)?/g) ?? [];
  const [only] = found;
  return found.length === 1 && only !== undefined ? Number(only.replaceAll('.', '').replace(',', '.')) : null;
}

/** How many things a written list names; `x en y` at the end may be one thing or two, so both are possible. */
function listLengths(figure: string): readonly number[] {
  const items = figure.replaceAll(/\([^)]*\)/g, '').split(',');
  const endsInTwo = / en /.test(items.at(-1) ?? '');
  if (items.length === 1) return endsInTwo ? [2] : [];
  return endsInTwo ? [items.length, items.length + 1] : [items.length];
}

/** The values that a claim may have, from its figures alone. */
function valuesOf(claim: Claim): readonly (readonly number[])[] {
  const figures = figuresOf(claim);
  const lists = figures.map(listLengths);
  if (claim.unit === 'count' && lists.every((lengths) => lengths.length > 0)) return lists;
  const enumerated =
    figures.length > 1 && (figures.every((f) => f === '•') || new Set(figures).size === figures.length);
  if (claim.unit === 'count' && enumerated) return [[figures.length]];
  return figures.map((figure) => {
    const word = numberWords[figure.toLowerCase()] ?? judgingWords[figure.toLowerCase()];
    if (word !== undefined) return [word];
    const bare =
      claim.unit === 'year' ? figure.replace(new RegExp(`^(\\d{1,2} )?(${month}) `, 'i'), '') : figure;
    const number = dutchNumber(bare);
    if (number !== null) return [number];
    // A thing that the text only names is counted as one.
    return claim.unit === 'count' && !/\d/.test(figure) ? [1] : [];
  });
}

// ---------------------------------------------------------------- words shared with the text

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const RUN = 8;
const runsOf = (list: readonly string[]): string[] =>
  list.slice(RUN - 1).map((_, i) => list.slice(i, i + RUN).join(' '));

// ---------------------------------------------------------------- tests

describe('the claims', () => {
  it('are 140 or more, and none has the id of another', () => {
    const ids = claims.map((claim) => claim.id);
    expect(ids.length).toBeGreaterThanOrEqual(140);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('use units and qualifiers that the region knows', () => {
    const unknown = claims.filter(
      ({ unit, qualifier }) => !(unit in region.units) || !(qualifier in region.qualifiers),
    );
    expect(unknown.map(({ id, unit, qualifier }) => `${id}: ${unit}, ${qualifier}`)).toEqual([]);
  });

  it('have a figure for every place, and places of a few lines inside the document', () => {
    const wrong = claims.filter(
      (claim) =>
        figuresOf(claim).length !== claim.places.length ||
        claim.places.some(({ from, to }) => to - from > 8 || to > region.document.lines),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('have the value that their figure says', () => {
    const wrong = claims.filter((claim) => !valuesOf(claim).every((values) => values.includes(claim.value)));
    expect(
      wrong.map(
        (claim) => `${claim.id}: ${figuresOf(claim).join(' | ')} is not ${claim.value} ${claim.unit}`,
      ),
    ).toEqual([]);
  });

  it('name a word without a number only with a note that says how we read it', () => {
    const bare = claims.filter((claim) =>
      figuresOf(claim).some((figure) => judgingWords[figure.toLowerCase()] !== undefined),
    );
    expect(bare.length).toBeGreaterThan(0);
    expect(bare.filter(({ note }) => note === undefined).map(({ id }) => id)).toEqual([]);
  });

  it('tell the same thing once: same quantity, entity, kind, time and value is one claim', () => {
    const key = (c: Claim) =>
      [c.quantity, c.entity, c.kind, c.period, c.horizon, c.value, c.qualifier].join(' ');
    // The pillars are counted in the text and again, in another order and under another name, in the annex.
    const list = claims.filter(({ quantity }) => quantity !== 'pillars').map(key);
    expect(list.filter((k, i) => list.indexOf(k) !== i)).toEqual([]);
  });

  it.each([
    ['conditions for growth', 56, 62],
    ['growth of manufacturing outside the region', 247, 251],
    ['green and climate-friendly growth', 279, 281],
    ['student housing in the homes', 289, 289],
    ['attracting workers from abroad', 321, 321],
    ['the headline goal of value chains', 333, 337],
    ['student units outside the region', 525, 527],
    ['a grid that must be reinforced', 586, 588],
    ['the staff that the grid needs', 592, 598],
    ['ambitions that compete for the grid', 598, 600],
    ['nitrogen across homes, firms and roads', 602, 604],
    ['staff for other sectors', 640, 642],
    ['affordable homes', 1245, 1245],
    ['links to Belgium and Germany', 1251, 1255],
    ['nature-inclusive building', 1261, 1263],
    ['social cohesion', 1269, 1269],
  ])('speak of %s, in lines %i to %i', (_, from, to) => {
    const own = claims.filter(({ places }) => places.some((p) => p.from >= from && p.to <= to));
    expect(own.length).toBeGreaterThan(0);
  });

  it('take what the text only needs, names or expects for no promise', () => {
    const kindOf = (id: string) => claims.find((claim) => claim.id === id)?.kind;
    expect(['study-fund', 'four-ministries-missions', 'rail-programme-three-steps'].map(kindOf)).toEqual([
      'fact',
      'fact',
      'fact',
    ]);
    // One sentence (432-434) is one kind, and a part (436) has the kind of its total (434).
    expect(kindOf('ov-knoop-homes-to-2030')).toBe(kindOf('ov-knoop-homes-after-2030'));
    expect(kindOf('hov4-homes-to-2030')).toBe(kindOf('hov4-homes-total'));
  });

  it('word a goal as a goal, never as a fact of today', () => {
    const modal = /\b(moet|moeten|mag|mogen|wil)\b/;
    const english = /\b(must|may|wants)\b/;
    const bare = claims.filter(
      ({ kind, text }) => kind === 'target' && !(modal.test(text.nl) && english.test(text.en)),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it('call value added per worker by its name, and no measure of productivity output', () => {
    const wrong = claims.filter(({ text, note }) =>
      /productie per werkende|output per worker/i.test([text.nl, text.en, note?.nl, note?.en].join(' ')),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
    const target = targets.find(({ id }) => id === 'productivity-2032');
    for (const measure of ['per werkende', 'arbeidsjaren', 'gewerkt uur']) {
      expect(target?.note?.nl).toContain(measure);
    }
  });

  it('read enough in one way, and the targets that ask it have the same bar', () => {
    const { low } = region.qualifiers.genoeg ?? {};
    const enough = claims.filter(({ qualifier }) => qualifier === 'genoeg');
    expect(enough.length).toBeGreaterThan(7);
    expect(new Set(enough.map(({ value }) => value))).toEqual(new Set([1]));
    const bars = ['facilities-2030', 'business-space-2030', 'grid-capacity-2030', 'nitrogen-space-2030'].map(
      (id) => targets.find((target) => target.id === id)?.value,
    );
    expect(new Set(bars)).toEqual(new Set([100 * Number(low)]));
  });

  it('keep apart the readings that are easily mixed up', () => {
    const of = (id: string) => claims.find((claim) => claim.id === id);
    const quantities = (ids: readonly string[]) => new Set(ids.map((id) => of(id)?.quantity));
    expect(quantities(['manufacturing-share-of-dutch-gva', 'industry-gva-share-11-3']).size).toBe(2);
    expect(quantities(['places-filled-50000', 'talent-gap-over-50000']).size).toBe(2);
    expect(quantities(['stay-rate-65', 'stay-rate-tue-52', 'stay-rate-fontys-ict-75']).size).toBe(3);
    expect(of('international-inflow-limited')?.kind).toBe('target');
    expect(of('international-inflow-early-2023')?.kind).toBe('baseline');
    expect(of('netherlands-productivity-rank-2021')?.period).toBe('2021');
    expect(of('netherlands-productivity-rank-2022')?.period).toBe('2022');
  });

  it('count one quantity in one unit', () => {
    const units = Map.groupBy(claims, ({ quantity }) => quantity);
    const mixed = [...units].filter(([, group]) => new Set(group.map(({ unit }) => unit)).size > 1);
    expect(mixed.map(([quantity]) => quantity)).toEqual([]);
  });

  it('stand under every target, and say the value where the target is stated', () => {
    expect(targets.filter(({ id }) => !claims.some((claim) => claim.targets.includes(id)))).toEqual([]);
    const pairs = targets
      .filter(({ valueIs }) => valueIs === 'stated')
      .flatMap((target) =>
        claims
          .filter(
            ({ kind, quantity, targets: of }) =>
              kind === 'target' && quantity === target.outcome && of.includes(target.id),
          )
          .map((claim) => ({ target, claim })),
      );
    expect(pairs.length).toBeGreaterThan(10);
    expect(
      pairs
        .filter(
          ({ target, claim }) =>
            claim.value !== target.value || claim.unit !== target.unit || claim.horizon !== target.horizon,
        )
        .map(
          ({ target, claim }) => `${target.id}: ${target.value} ${target.unit}, ${claim.value} ${claim.unit}`,
        ),
    ).toEqual([]);
  });

  needsAgenda('are about the text that the region names, to the byte', (lines) => {
    const hash = createHash('sha256').update(lines.join('\n')).digest('hex');
    expect(hash).toBe(region.document.sha256);
  });

  needsAgenda('have their figure at each place that they name', (lines) => {
    const astray = claims.flatMap((claim) =>
      claim.places.flatMap(({ from, to }, i) => {
        const figure = figuresOf(claim)[i] ?? '';
        const text = running(lines, from, to);
        return stands(figure, text) ? [] : [`${claim.id}: "${figure}" is not in ${from}-${to}: ${text}`];
      }),
    );
    expect(astray).toEqual([]);
  });

  needsAgenda('name places that begin and end on a line with text', (lines) => {
    const blank = claims.flatMap(({ id, places }) =>
      places
        .flatMap(({ from, to }) => [from, to])
        .filter((line) => (lines[line - 1] ?? '').trim() === '')
        .map((line) => `${id}: line ${line} is blank`),
    );
    expect(blank).toEqual([]);
  });

  needsAgenda('are in our own words: none repeats eight words of the agenda in a row', (lines) => {
    const taken = new Set(runsOf(words(running(lines, 1, lines.length))));
    expect(taken.size).toBeGreaterThan(1000);
    const copied = claims.flatMap(({ id, text, note }) =>
      [text.nl, note?.nl ?? '']
        .flatMap((own) => runsOf(words(own)))
        .filter((run) => taken.has(run))
        .map((run) => `${id}: ${run}`),
    );
    expect(copied).toEqual([]);
  });
});

describe('what the text says without a figure', () => {
  it.each([
    ['talent stays only where living is pleasant', 161, 169],
    ['support of residents', 537, 543],
    ['nitrogen: rank together, water and soil', 606, 614],
    ['principles of talent', 652, 662],
    ['learning goes on, laws change', 682, 694],
    ['students grow in steps', 702, 708],
    ['employers invest', 740, 748],
    ['existing frameworks', 846, 854],
    ['national security', 880, 894],
    ['how positions are chosen', 910, 948],
    ['general and specific capacity', 977, 997],
    ['money for start-ups', 1041, 1051],
    ['campuses and sensitive knowledge', 1072, 1106],
    ['data of machines', 1110, 1128],
    ['programmes across borders', 1184, 1198],
  ])('stands in the tree: %s', (_, from, to) => {
    const there = statements.filter(({ places }) =>
      places.some((place) => place.from <= to && place.to >= from),
    );
    expect(there).not.toEqual([]);
  });

  needsAgenda('is in our own words, and names lines with text', (lines) => {
    const taken = new Set(runsOf(words(running(lines, 1, lines.length))));
    const copied = statements.flatMap(({ text }) => runsOf(words(text.nl)).filter((run) => taken.has(run)));
    expect(copied).toEqual([]);
    const ends = statements.flatMap(({ places }) => places.flatMap(({ from, to }) => [from, to]));
    expect(ends.filter((line) => (lines[line - 1] ?? '').trim() === '')).toEqual([]);
  });
});

describe('the figures that hold a run of the text', () => {
  it('are lists of names that are counted, and only these', () => {
    const long = claims.filter((claim) => figuresOf(claim).some((figure) => words(figure).length >= RUN));
    expect(long.map(({ id }) => id).sort()).toEqual([
      'accord-four-kinds-of-parties',
      'cyber-standard-four-partners',
      'fifteen-key-technologies',
      'five-production-technologies',
      'four-startup-partners',
      'four-subregions',
      'nine-knowledge-partners',
      'nine-partner-schools',
      'seven-campuses',
      'seven-world-players',
      'six-defence-technologies',
      'six-funding-sources',
      'six-growth-markets',
    ]);
    for (const claim of long)
      expect([claim.unit, figuresOf(claim).every((f) => f.includes(','))]).toEqual(['count', true]);
  });
});

describe('the reading of figures', () => {
  it('finds a figure as a whole number or word only', () => {
    expect(stands('5.000', 'komen er 5.000 woningen, en')).toBe(true);
    expect(stands('5.000', 'komen er 15.000 woningen')).toBe(false);
    expect(stands('500', 'er zijn 1.500 plekken')).toBe(false);
    expect(stands('5', 'dat is 5,5 procent')).toBe(false);
    expect(stands('drie', 'de driehoek')).toBe(false);
    expect(stands('€1,5 mld.', 'samen ruim €1,5 mld.')).toBe(true);
  });

  it('joins a word over a line end and takes a glued note off a number', () => {
    const lines = ['een synthe- ', '', 'tische zin  met', '', 'naar €151.80022 )'];
    expect(running(lines, 1, 3)).toBe('een synthetische zin met');
    expect(running(lines, 5, 5)).toBe('naar €151.800 )');
  });

  it('reads a number as the Dutch write it, and none where there are two', () => {
    expect(dutchNumber('€9,9 mld.')).toBe(9.9);
    expect(dutchNumber('€138.000')).toBe(138000);
    expect(dutchNumber('>73%')).toBe(73);
    expect(dutchNumber('9, 10 en 11')).toBeNull();
    expect(dutchNumber('veel')).toBeNull();
  });

  it('gives every number back that was written as the Dutch write it', () => {
    const dutch = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 3 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.constantFrom(1, 10, 1000), (whole, parts) => {
        expect(dutchNumber(dutch.format(whole / parts))).toBe(whole / parts);
      }),
    );
  });

  it('counts a list, with both readings of a pair at its end', () => {
    expect(listLengths('a, b, c')).toEqual([3]);
    expect(listLengths('a, b (x, y, z) en c')).toEqual([2, 3]);
    expect(listLengths('a en b')).toEqual([2]);
    expect(listLengths('a')).toEqual([]);
  });

  it('sees a run of eight shared words and no shorter one', () => {
    const text = words('Dit is een zin van precies tien woorden lang hier.');
    expect(runsOf(text)).toHaveLength(3);
    expect(runsOf(text.slice(0, 7))).toEqual([]);
  });
});
