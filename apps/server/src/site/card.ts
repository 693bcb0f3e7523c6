import { periodEnd } from '@schaalsprong/agenda/periods';
import {
  escapeXml,
  pictureOf,
  placeFan,
  sceneWidth,
  svgText,
  valueDomain,
  valuesOfFan,
} from '@schaalsprong/chart';
import type { PageAt } from '@schaalsprong/wire/pages';
import { formatAxis, formatNumber, formatPeriod } from '@schaalsprong/words';
import type { ServerState } from '../server-state.ts';
import { summaryOf } from './summaries.ts';
import { titleOfPage } from './titles.ts';

/** Half of 1,200 by 630, since a picture is drawn at twice its size. */
const size = { width: 600, height: 315 };
const chartWidth = 760;

const words = {
  nl: { goal: 'Doel', today: 'nu', low: 'laag', median: 'midden', high: 'hoog', horizon: 'eind' },
  en: { goal: 'Target', today: 'now', low: 'low', median: 'median', high: 'high', horizon: 'end of' },
} as const;

/** The chart of a target with its title, as SVG; null where nothing is projected. */
function targetChart(at: PageAt, address: string, state: ServerState): string | null {
  const { id, lang } = at;
  const target = state.agenda.targets.find((each) => each.id === id);
  const standing = state.standing();
  const detail = standing.state === 'failed' ? null : standing.detail;
  if (target === undefined || detail === null) return null;
  const fan = detail.series[target.id] ?? null;
  if (fan === null) return null;
  const found = detail.assessment.targets.find((each) => each.id === target.id);
  const { units, model } = state.agenda.region;
  const w = words[lang];
  const outcome = state.agenda.outcomes.find((each) => each.id === target.outcome);
  const mean = outcome?.read === 'mean-of-horizon-year';
  const dots = (state.sources().observed[target.id] ?? []).map((point) => ({
    key: `${point.period} ${point.status}`,
    time: mean ? (point.start + point.end) / 2 : point.end,
    value: point.value,
    status: point.status,
    statusSaid: '',
  }));
  const show = (value: number, bare = false): string =>
    formatNumber(value, target.unit, lang, units, { rounded: true, bare });
  const drawn = valuesOfFan({ fan, dots, target: target.value === null ? null : { value: target.value } });
  const axis = formatAxis([...valueDomain(drawn)], target.unit, lang, units);
  const end = periodEnd(target.horizon);
  const scene = placeFan(
    {
      name: target.title[lang],
      fan,
      single: false,
      dots,
      target:
        target.value === null
          ? null
          : {
              value: target.value,
              direction: target.direction,
              assumed: target.valueIs === 'assumed',
              label: `${w.goal}: ${show(target.value)}`,
              brief: `${w.goal}: ${show(target.value, true)}`,
            },
      read: found?.projected ?? null,
      horizon: { time: mean ? end - 0.5 : end, label: `${w.horizon} ${formatPeriod(target.horizon, lang)}` },
      today: { time: model.today, label: w.today },
      show: (value) => show(value),
      brief: (value) => show(value, true),
      tick: axis.tick,
      axisTitle: axis.title,
      top: target.unit === 'rank' ? 'low' : 'high',
      words: { low: w.low, median: w.median, high: w.high },
    },
    sceneWidth(chartWidth),
  );
  return svgText(
    pictureOf(
      scene,
      {
        id: target.id,
        lang,
        title: target.title[lang],
        unit: '',
        notes: [summaryOf(at, state)],
        source: `Schaalsprong · model ${detail.assessment.provenance.model.slice(0, 8)} · n = ${detail.assessment.provenance.futures}`,
        date: '',
        address,
      },
      chartWidth,
    ),
  );
}

const lineHeight = { title: 34, text: 22 };

/** Lines of at most `most` characters, at most `lines` of them. */
function linesOf(text: string, most: number, lines: number): readonly string[] {
  const found: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const last = found.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > most) found.push(word);
    else found[found.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return found.length <= lines ? found : [...found.slice(0, lines - 1), `${found[lines - 1] ?? ''} …`];
}

/** A card of words: the title, what the page says, and where it is. */
function wordsCard(title: string, summary: string, address: string): string {
  const text = (
    x: number,
    y: number,
    fontSize: number,
    weight: number,
    fill: string,
    content: string,
  ): string =>
    `<text x="${x}" y="${y}" font-size="${fontSize}" font-weight="${weight}" fill="${fill}">${escapeXml(content)}</text>`;
  const titles = linesOf(title, 34, 3);
  const lines = linesOf(summary, 62, 5);
  const under = 62 + titles.length * lineHeight.title;
  return [
    `<rect x="0" y="0" width="${size.width}" height="8" fill="#0b4f6c"/>`,
    text(32, 42, 15, 600, '#54585d', 'Schaalsprong'),
    ...titles.map((line, i) => text(32, 82 + i * lineHeight.title, 28, 600, '#1a1d20', line)),
    ...lines.map((line, i) => text(32, under + 20 + i * lineHeight.text, 17, 400, '#1a1d20', line)),
    text(32, size.height - 22, 13, 400, '#54585d', address.replace(/^https?:\/\//, '')),
  ].join('\n');
}

/**
 * The picture that a link to a page gets elsewhere, 1,200 by 630 once drawn: the chart of a target, or the words of the page.
 *
 * @param address of the page
 */
export function cardSvg(at: PageAt, address: string, state: ServerState): string {
  const chart = at.page.ids === 'targets' ? targetChart(at, address, state) : null;
  const inside =
    chart === null
      ? wordsCard(titleOfPage(at, state), summaryOf(at, state), address)
      : chart.replace(
          /^<svg[^>]*?width="([\d.]+)"[^>]*?height="([\d.]+)"/,
          (whole, width: string, height: string) =>
            whole
              .replace(`width="${width}"`, `width="${size.width}"`)
              .replace(`height="${height}"`, `height="${size.height}"`),
        );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" font-family="'Source Sans 3'">
<rect width="${size.width}" height="${size.height}" fill="#ffffff"/>
${inside}
</svg>`;
}
