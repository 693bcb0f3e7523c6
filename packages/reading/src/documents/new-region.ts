import { type ContentFile, type ProposalsFile, type RegionFile, schemaLine } from '@schaalsprong/agenda';
import { at, type Text } from '@schaalsprong/words';
import { stringify } from 'yaml';
import type { ReadDocument } from '../read/types.ts';
import { proposalsText } from './proposals.ts';
import { starterQualifiers, starterUnits, unitFor } from './starter.ts';

/** What a new region is made of. */
export interface NewRegion {
  /** kebab-case; also the name of its folder */
  readonly id: string;
  readonly title: string;
  /** day on which it is made, `2026-11-25` */
  readonly today: string;
  /** the agenda itself, where there is one already */
  readonly document?:
    | {
        readonly read: ReadDocument;
        readonly sha256: string;
        readonly published: string | null;
        readonly proposals: ProposalsFile;
        /** of the proposals file */
        readonly name: string;
      }
    | undefined;
}

/** Code of the area that a region is about: `NoordLimburg` for `noord-limburg`. */
export function areaCodeOf(id: string): string {
  const code = id
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
  return /^[A-Z]/.test(code) ? code : `R${code}`;
}

/** Where each page begins, by line; a page that begins in the middle of a line counts from the next. */
export function pagesByLine({ text, pages, format }: ReadDocument): RegionFile['document']['pages'] {
  const found: RegionFile['document']['pages'] = [];
  let line = 1;
  let at = 0;
  for (const { number, offset } of pages) {
    for (let next = text.indexOf('\n', at); next >= 0 && next < offset; next = text.indexOf('\n', at)) {
      line++;
      at = next + 1;
    }
    const before = found.at(-1);
    if (before === undefined || line > before.fromLine) {
      found.push({ fromLine: found.length === 0 ? 1 : line, page: number, certain: format === 'pdf' });
    }
  }
  return found.length === 0 ? [{ fromLine: 1, page: 1, certain: false }] : found;
}

const levels: readonly (readonly [string, Text, Text])[] = [
  [
    'goal',
    { nl: 'strategisch doel', en: 'strategic goal' },
    { nl: 'strategische doelen', en: 'strategic goals' },
  ],
  ['ambition', { nl: 'ambitie', en: 'ambition' }, { nl: 'ambities', en: 'ambitions' }],
  ['pillar', { nl: 'pijler', en: 'pillar' }, { nl: 'pijlers', en: 'pillars' }],
  ['challenge', { nl: 'opgave', en: 'challenge' }, { nl: 'opgaven', en: 'challenges' }],
];

const toFill = (what: Text): Text => ({
  nl: `${what.nl} (nog in te vullen)`,
  en: `${what.en} (to be filled in)`,
});

/**
 * A region folder to start with: it loads, and where nothing is known yet it says so instead of making something up. It
 * has one goal, ambition, pillar, challenge and target to write over, a table of units and words, and no model.
 *
 * @returns text by path within the folder
 */
export function newRegion({ id, title, today, document }: NewRegion): Readonly<Record<string, string>> {
  const year = Number(today.slice(0, 4));
  const area = areaCodeOf(id);
  const both = { nl: title, en: title };
  const read = document?.read;
  const yaml = (kind: ContentFile, path: string, data: unknown, comment = ''): string =>
    `${schemaLine(kind, path)}\n${comment}${stringify(data, { lineWidth: 0 })}`;
  const years = (document?.proposals.proposals ?? []).flatMap(({ horizon }) => {
    if (horizon === null || !/^\d{4}$/.test(horizon)) return [];
    const found = Number(horizon);
    return found > year && found < year + 50 ? [found] : [];
  });
  // Whatever the agenda counts in, so that a person can accept it as it was found.
  const found = Object.fromEntries(
    (document?.proposals.proposals ?? []).flatMap(({ unit }) =>
      Object.hasOwn(starterUnits, unit) ? [] : [[unit, unitFor(unit)]],
    ),
  );
  const horizon = mostOften(years) ?? year + 5;
  const region = {
    format: 1 as const,
    id,
    title: both,
    subtitle: {
      nl: `De agenda van ${title} als werkend systeem`,
      en: `The agenda of ${title} as a working system`,
    },
    area,
    document: {
      title: read?.name ?? toFill({ nl: 'Agenda', en: 'Agenda' }).nl,
      published: document?.published ?? String(year),
      file: read?.name ?? 'agenda.txt',
      lines: document?.proposals.document.lines ?? 1,
      sha256: document?.sha256 ?? '0'.repeat(64),
      address: '',
      pages: read === undefined ? [{ fromLine: 1, page: 1, certain: false }] : pagesByLine(read),
    },
    levels: levels.map(([level, name, plural]) => ({ id: level, title: name, plural })),
    units: { ...starterUnits, ...found },
    qualifiers: starterQualifiers,
    model: { file: null, start: year - 5, stop: Math.max(year + 15, horizon + 1), today: year },
    assessment: { futures: 100, seed: 0, scenario: 'agenda' },
  };
  const nodes = levels.map(([level, name], i) => ({
    id: `first-${level}`,
    level,
    title: toFill({ nl: capital(name.nl), en: capital(name.en) }),
    ...(i === 0 ? {} : { parents: [`first-${at(levels, i - 1)[0]}`] }),
    places: [1],
  }));
  const published =
    document?.published == null
      ? '# document.published is the year in which this folder was made: write there when the agenda was published.\n'
      : '';
  const files: Record<string, string> = {
    'README.md': readme(id, title, document?.name ?? null),
    'region.yaml': yaml('region', 'region.yaml', region, published),
    'tree.yaml': yaml('tree', 'tree.yaml', { nodes }),
    'targets.yaml': yaml('targets', 'targets.yaml', { targets: [firstTarget(area, horizon)] }),
    'indicators.yaml': yaml('indicators', 'indicators.yaml', {
      indicators: [
        {
          id: 'first-indicator',
          title: toFill({ nl: 'Indicator', en: 'Indicator' }),
          unit: 'count',
          definition: { nl: 'Nog in te vullen.', en: 'To be filled in.' },
          series: null,
          area,
        },
      ],
    }),
    'parties.yaml': yaml('parties', 'parties.yaml', {
      parties: [{ id: 'region', title: both, kind: 'region' }],
    }),
    'areas.csv': `code,name,kind,parent,lat,lon,land_km2,source\n${area},${csvCell(title)},region,,,,,new region\n`,
    'scenarios/agenda.yaml': yaml('scenario', 'scenarios/agenda.yaml', {
      id: 'agenda',
      title: { nl: 'Zoals de agenda vraagt', en: 'As the agenda asks' },
    }),
  };
  if (document !== undefined) {
    files[`proposals/${document.name}.yaml`] = proposalsText(document.proposals, document.name);
  }
  return files;
}

/** A target without a number yet, for a person to fill in. */
const firstTarget = (area: string, horizon: number) => ({
  id: 'first-target',
  title: toFill({ nl: 'Doelstelling', en: 'Target' }),
  pillar: 'first-pillar',
  ambitions: ['first-ambition'],
  challenge: 'first-challenge',
  indicator: 'first-indicator',
  area,
  unit: 'count',
  direction: 'at-least',
  value: null,
  valueIs: 'assumed',
  valueReason: { nl: 'Er is nog geen getal gekozen.', en: 'No number was chosen yet.' },
  baseline: null,
  horizon: String(horizon),
  places: [1],
  outcome: null,
  notModelled: { nl: 'Deze regio heeft nog geen model.', en: 'This region has no model yet.' },
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The number that is there most often, the later one where two are; null where there is none. */
function mostOften(numbers: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null;
}

function readme(id: string, title: string, name: string | null): string {
  const accept = (lang: 'nl' | 'en'): string => {
    if (name === null) {
      return lang === 'nl'
        ? '`schaalsprong read AGENDA.pdf --into FOLDER` zoekt de getallen in de agenda en bewaart ze als voorstellen in `proposals/`.'
        : '`schaalsprong read AGENDA.pdf --into FOLDER` finds the figures in the agenda and keeps them as proposals in `proposals/`.';
    }
    return lang === 'nl'
      ? `In \`proposals/${name}.yaml\` staan de getallen die in de agenda zijn gevonden. \`schaalsprong read --into FOLDER --name ${name} --accept q-1,q-2\` maakt er uitspraken van.`
      : `\`proposals/${name}.yaml\` holds the figures that were found in the agenda. \`schaalsprong read --into FOLDER --name ${name} --accept q-1,q-2\` makes claims of them.`;
  };
  return `# ${title}

Deze map is een begin: zij laadt, en wat nog niet bekend is, staat er als "nog in te vullen".

1. ${accept('nl')}
2. Schrijf in \`region.yaml\` waar de agenda vandaan komt en van wanneer zij is; vul eenheden aan.
3. Vervang in \`tree.yaml\`, \`targets.yaml\` en \`indicators.yaml\` wat met \`first-\` begint.
4. \`schaalsprong check FOLDER\` zegt wat er niet klopt, met bestand en regel; \`schaalsprong audit FOLDER\` of de getallen met elkaar kloppen.
5. \`schaalsprong assess --region FOLDER\` geeft de stand. Zonder model staat bij elke doelstelling dat er nog niets is
   doorgerekend; met \`model.file\` in \`region.yaml\` en \`outcomes.yaml\` in \`model/\` wel.
6. \`SCHAALSPRONG_REGION=FOLDER npm start\` toont de regio in de webapp.

FOLDER is het pad van deze map (\`${id}\`).

---

This folder is a start: it loads, and what is not known yet stands there as "to be filled in".

1. ${accept('en')}
2. Write in \`region.yaml\` where the agenda comes from and when it was published; add units.
3. Replace in \`tree.yaml\`, \`targets.yaml\` and \`indicators.yaml\` what begins with \`first-\`.
4. \`schaalsprong check FOLDER\` says what is not right, with file and line; \`schaalsprong audit FOLDER\` whether the numbers agree.
5. \`schaalsprong assess --region FOLDER\` gives the standing. Without a model every target says that nothing is
   computed yet; with \`model.file\` in \`region.yaml\` and \`outcomes.yaml\` in \`model/\` it is.
6. \`SCHAALSPRONG_REGION=FOLDER npm start\` shows the region in the web app.

FOLDER is the path of this folder (\`${id}\`).
`;
}
