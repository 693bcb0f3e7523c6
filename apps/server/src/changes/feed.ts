import { escapeXml } from '@schaalsprong/chart';
import type { ChangeEntry, ChangesResponse } from '@schaalsprong/wire';
import { formatMet, formatPeriod, type Lang, type Text } from '@schaalsprong/words';
import { causesSaid, feedTexts } from './texts.ts';

interface FeedInput {
  readonly changes: ChangesResponse;
  readonly title: Text;
  readonly lang: Lang;
  /** origin of the server */
  readonly base: string;
  /** formats a value in a unit of the region */
  readonly show: (value: number, unit: string) => string;
}

/** The changes as an Atom feed (RFC 4287), newest first. */
export function changesFeed({ changes, title, lang, base, show }: FeedInput): string {
  const page = `${base}${lang === 'nl' ? '' : '/en'}/wijzigingen`;
  const words = feedTexts[lang];
  const name = `${words.title}: ${title[lang]}`;
  const updated = changes.entries[0]?.at ?? changes.first ?? '1970-01-01T00:00:00.000Z';
  const entries = changes.entries.map((entry) => {
    const lines = linesOf(entry, lang, show);
    return `  <entry>
    <id>${page}#w-${entry.id}</id>
    <title>${escapeXml(titleOf(entry, lang))}</title>
    <updated>${entry.at}</updated>
    <link href="${page}#w-${entry.id}"/>
    <content type="text">${escapeXml(lines.length === 0 ? words.noCounts : lines.join('\n'))}</content>
  </entry>
`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
  <id>${page}</id>
  <title>${escapeXml(name)}</title>
  <updated>${updated}</updated>
  <author><name>Schaalsprong</name></author>
  <link rel="self" type="application/atom+xml" href="${page}.atom"/>
  <link href="${page}"/>
${entries.join('')}</feed>
`;
}

function titleOf({ changed, counts, measured }: ChangeEntry, lang: Lang): string {
  const words = feedTexts[lang];
  return `${words.changed} ${causesSaid(changed, lang)}: ${words.counts(counts.length)}, ${words.measured(measured.length)}`;
}

function linesOf(entry: ChangeEntry, lang: Lang, show: FeedInput['show']): readonly string[] {
  const words = feedTexts[lang];
  const met = (of: ChangeEntry['counts'][number]['before']): string =>
    of === null ? words.nothing : formatMet(of, lang);
  return [
    ...entry.counts.map(
      ({ title, before, after, causes }) =>
        `${title[lang]}: ${met(before)} → ${met(after)} (${causesSaid(causes, lang)})`,
    ),
    ...entry.measured.map(({ title, unit, before, after, causes }) => {
      const said = (of: typeof before): string =>
        of === null ? words.nothing : `${show(of.value, unit)} (${formatPeriod(of.period, lang)})`;
      return `${title[lang]}: ${said(before)} → ${said(after)} (${causesSaid(causes, lang)})`;
    }),
  ];
}
