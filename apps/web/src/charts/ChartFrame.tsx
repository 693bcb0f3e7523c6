import { csvText } from '@schaalsprong/agenda/format';
import { Button, Heading2 } from '@utrecht/component-library-react';
import { memo, type ReactNode, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { type Column, DataTable } from '../components/Table.tsx';
import { useStanding, useWords } from '../lib/hooks.tsx';
import { type Cell, save, standaloneSvg, toPng } from './take.ts';

/** The numbers behind a chart. */
export interface ChartData {
  readonly head: readonly string[];
  /** Rows as people read them. */
  readonly shown: readonly (readonly string[])[];
  /** Rows as programs read them; may be finer than what is shown. */
  readonly csvHead: readonly string[];
  readonly csv: readonly (readonly Cell[])[];
  /** Columns of `shown` that hold text. */
  readonly textColumns?: readonly number[];
}

interface Props {
  readonly title: string;
  /** Where the title is in another language than the page. */
  readonly titleLang?: 'en';
  /** What the chart shows, in words: its text alternative, and visible. */
  readonly finding: string;
  readonly note?: string;
  readonly file: string;
  readonly data: ChartData;
  /** What it was computed from, for the foot of a picture that is taken away; the standing of the agenda if nothing is given. */
  readonly origin?: readonly string[];
  /** True within something that has a heading and says the finding itself: the title is then a line above the drawing. */
  readonly within?: boolean;
  /** Draws at a width in pixels. `titleId` names the drawing. */
  readonly draw: (width: number, titleId: string) => ReactNode;
}

/** Width of an element in whole pixels, followed as it changes. */
export function useWidth(): readonly [(node: HTMLElement | null) => void, number] {
  const [node, setNode] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(640);
  useEffect(() => {
    if (node === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.max(240, Math.floor(entry.contentRect.width)));
    });
    observer.observe(node);
    return () => observer.disconnect();
  }, [node]);
  return [setNode, width];
}

const ChartTable = memo(function ChartTable({ title, data }: { title: string; data: ChartData }) {
  const rows = data.shown.map((cells, i) => ({ key: String(i), cells }));
  const columns: readonly Column<(typeof rows)[number]>[] = data.head.map((head, i) => ({
    key: head,
    head,
    cell: (row) => row.cells[i],
    names: i === 0,
    numeric: i > 0 && !(data.textColumns ?? []).includes(i),
  }));
  return <DataTable caption={title} hideCaption columns={columns} rows={rows} rowKey={(row) => row.key} />;
});

/** A chart with all that must go with it: a finding in words, a table behind it, and three files to take away. */
export function ChartFrame({ title, titleLang, finding, note, file, data, origin, within, draw }: Props) {
  const { t } = useWords();
  const { detail } = useStanding();
  const id = useId();
  const drawing = useRef<HTMLDivElement | null>(null);
  const [measure, width] = useWidth();
  const [failed, setFailed] = useState<string | null>(null);
  const provenance = detail?.assessment.provenance;
  const foot = [
    t('app.name'),
    title,
    ...(origin !== undefined
      ? origin
      : provenance === undefined
        ? []
        : [`model ${provenance.model.slice(0, 8)}`, `seed ${provenance.seed}`, `n = ${provenance.futures}`]),
  ].join(' · ');

  const take = async (format: 'csv' | 'png' | 'svg') => {
    setFailed(null);
    try {
      if (format === 'csv') {
        save(`${file}.csv`, new Blob([csvText(data.csvHead, data.csv)], { type: 'text/csv;charset=utf-8' }));
        return;
      }
      const svg = drawing.current?.querySelector('svg');
      if (!(svg instanceof SVGSVGElement)) throw new Error('nothing is drawn');
      const alone = standaloneSvg(svg, foot);
      const content =
        format === 'svg' ? new Blob([alone.text], { type: 'image/svg+xml' }) : await toPng(alone);
      save(`${file}.${format}`, content);
    } catch {
      setFailed(t('chart.failed', { format: t(`chart.${format}`) }));
    }
  };

  // A lever moves the drawing at once; the figures behind it may follow.
  const tabled = useDeferredValue(data);
  return (
    <figure className={within ? 'chart chart--within' : 'chart'} aria-labelledby={`${id}-title`}>
      {within ? (
        <figcaption id={`${id}-title`} className="chart__name">
          {title}
        </figcaption>
      ) : (
        <figcaption>
          <Heading2 id={`${id}-title`} lang={titleLang}>
            {title}
          </Heading2>
          <p className="chart__finding">{finding}</p>
        </figcaption>
      )}
      <div
        className="chart__drawing"
        ref={(node) => {
          drawing.current = node;
          measure(node);
        }}
      >
        {draw(width, `${id}-alt`)}
      </div>
      {note !== undefined && note !== '' && <p className="chart__note">{note}</p>}
      <div className="chart__foot">
        <details className="chart__table">
          <summary>{t('chart.table')}</summary>
          <ChartTable title={title} data={tabled} />
        </details>
        <p className="chart__take">
          {(['csv', 'png', 'svg'] as const).map((format) => (
            <Button
              key={format}
              appearance="subtle-button"
              onClick={() => void take(format)}
              aria-label={t('chart.takeAs', { title, format: t(`chart.${format}`) })}
            >
              {t(`chart.${format}`)}
            </Button>
          ))}
        </p>
      </div>
      <p className="chart__failed" role="status">
        {failed}
      </p>
    </figure>
  );
}
