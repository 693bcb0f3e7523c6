import type { IndicatorResponse, Text } from '@schaalsprong/wire';
import { Heading2 } from '@utrecht/component-library-react';
import type { ReactNode } from 'react';
import { Out } from '../../components/Link.tsx';
import { Row } from '../../components/Row.tsx';
import { shortSource } from '../../components/Sources.tsx';
import { useAgenda, useWords } from '../../lib/hooks.tsx';
import { sourceIn } from '../../lib/source-words.ts';
import { useTexts } from './texts.ts';

/** The sheet that goes with an indicator: what it is, who measures it and how, and what it does not show. */
export function MetadataSheet({ response }: { response: IndicatorResponse }) {
  const { t, tx, period, list, lang } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const { metadata, chain } = response;
  const said = (text: Text | null): ReactNode =>
    text === null ? <span className="muted">{c('sheet.unknown')}</span> : tx(text);
  const unit = agenda.region.units[metadata.unit];
  const good = metadata.good ?? 'neither';
  return (
    <section className="block" id="toelichting">
      <Heading2>{c('sheet')}</Heading2>
      <dl className="about">
        <Row label={c('sheet.definition')}>{tx(metadata.definition)}</Row>
        <Row label={c('sheet.unit')}>{unit === undefined ? metadata.unit : tx(unit.title)}</Row>
        <Row label={c('sheet.area')}>
          {agenda.areas.find(({ code }) => code === metadata.area)?.name ?? metadata.area}
        </Row>
        <Row label={c('sheet.levels')}>
          {metadata.levels.length === 0
            ? c('sheet.noLevels')
            : list(
                metadata.levels.map((level) => {
                  const kind = agenda.areas.find((area) => area.kind === level)?.kind;
                  return kind === undefined ? level : c(`level.${kind}`);
                }),
              )}
        </Row>
        <Row label={c('sheet.good')}>{c(`sheet.good.${good}`)}</Row>
        <Row label={c('sheet.calendar')}>{said(metadata.calendar)}</Row>
        <Row label={c('sheet.method')}>{said(metadata.method)}</Row>
        <Row label={c('sheet.which')}>{c('sheet.whichSaid')}</Row>
        <Row label={c('sheet.limits')}>{said(metadata.limits)}</Row>
        <Row label={c('sheet.comparability')}>{said(metadata.comparability)}</Row>
        {metadata.breaks.length > 0 && (
          <Row label={t('target.breaks')}>
            <ul className="plain">
              {metadata.breaks.map(({ at, reason }) => (
                <li key={at}>
                  {period(at)}: {tx(reason)}
                </li>
              ))}
            </ul>
          </Row>
        )}
        {metadata.traps.length > 0 && (
          <Row label={t('target.traps')}>
            <ul className="plain">
              {metadata.traps.map((trap) => (
                <li key={trap.nl}>{tx(trap)}</li>
              ))}
            </ul>
          </Row>
        )}
        {chain.length > 1 && (
          <Row label={c('sheet.chain')}>
            <ol className="chain">
              {chain.map(({ source, table, from }) => (
                <li key={`${source} ${from}`}>
                  {table ?? source}
                  {from === null ? '' : ` (${c('sheet.from', { period: period(from) })})`}
                </li>
              ))}
            </ol>
          </Row>
        )}
        <Row label={c('sheet.sources')}>
          {metadata.sources.length === 0 ? (
            <span className="muted">{c('sheet.unknown')}</span>
          ) : (
            <ul className="plain">
              {metadata.sources.map(({ text, licence, attribution, address }) => {
                const words = sourceIn(text, lang);
                const short = <span lang={words.lang}>{shortSource(words.text)}</span>;
                return (
                  <li key={text}>
                    {address === null ? short : <Out href={address}>{short}</Out>}
                    <span className="small block-line" lang={sourceIn(attribution ?? '', lang).lang}>
                      {[licence, sourceIn(attribution ?? '', lang).text]
                        .filter((part) => part !== null && part !== '')
                        .join(' · ')}
                    </span>
                  </li>
                );
              })}
            </ul>
          )}
        </Row>
      </dl>
    </section>
  );
}
