import type { Scene } from '@schaalsprong/chart';
import { Heading2 } from '@utrecht/component-library-react';
import { memo, type ReactNode, useDeferredValue, useEffect, useId, useState } from 'react';
import { type Column, DataTable } from '../components/Table.tsx';
import { useStanding, useWords } from '../lib/hooks.tsx';
import { SceneView } from './SceneView.tsx';
import { TakeButtons } from './TakeButtons.tsx';
import type { Cell } from './take.ts';

/** The data table of a chart. */
export interface ChartData {
  readonly head: readonly string[];
  /** Formatted rows. */
  readonly shown: readonly (readonly string[])[];
  /** Raw rows for the CSV; may have a higher resolution than what is shown. */
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
  /** Who published the figures; nothing where we computed them. */
  readonly source?: string;
  /** Provenance for the footer of a downloaded picture; by default that of the assessment. */
  readonly origin?: readonly string[];
  /** Address that shows the same again, where that of the page does not: for the table that is taken. */
  readonly address?: (() => Promise<string>) | undefined;
  /** True within a section that has its own heading and finding: the title is then a caption above the drawing. */
  readonly within?: boolean;
  /** Subject of the figures, where the title alone does not say it: the title of a downloaded picture. */
  readonly subject?: string;
  /** Unit of the values, in words; empty where they have none. */
  readonly unit: string;
  /** Lays the drawing out at a width in pixels: that of the page, or that of a downloaded picture. */
  readonly scene: (width: number) => Scene;
  /** Links on the drawing, laid out at the same width. */
  readonly doors?: (width: number) => ReactNode;
  /** What stands between the drawing and its note: a line that follows the pointer. */
  readonly below?: ReactNode;
}

/** Observes the width of an element, in whole pixels. */
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

/** A chart with its finding in words, its data table, and downloads as CSV, PNG and SVG. */
export function ChartFrame({
  title,
  titleLang,
  finding,
  note,
  file,
  data,
  source,
  origin,
  address,
  within,
  subject,
  unit,
  scene,
  doors,
  below,
}: Props) {
  const { t } = useWords();
  const { detail } = useStanding();
  const id = useId();
  const [measure, width] = useWidth();
  const provenance = detail?.assessment.provenance;
  const madeFrom = [
    t('app.name'),
    ...(origin !== undefined
      ? origin
      : provenance === undefined
        ? []
        : [`model ${provenance.model.slice(0, 8)}`, `seed ${provenance.seed}`, `n = ${provenance.futures}`]),
  ].join(' · ');
  const from = [source ?? '', madeFrom].filter((part) => part !== '').join(' · ');

  const drawn = scene(width);
  // The drawing updates at once; the table may lag behind.
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
      <div className="chart__drawing" ref={measure}>
        <SceneView scene={drawn} titleId={`${id}-alt`} />
        {doors !== undefined && (
          <svg
            className="plot plot--doors"
            width={drawn.width}
            height={drawn.height}
            viewBox={`0 0 ${drawn.width} ${drawn.height}`}
          >
            <title>{title}</title>
            {doors(width)}
          </svg>
        )}
      </div>
      {below}
      {note !== undefined && note !== '' && <p className="chart__note">{note}</p>}
      <div className="chart__foot">
        <details className="chart__table">
          <summary>{t('chart.table')}</summary>
          <ChartTable title={title} data={tabled} />
        </details>
        <TakeButtons
          title={title}
          file={file}
          csv={() => ({ head: data.csvHead, rows: data.csv })}
          source={from}
          address={address}
          scene={scene}
          meaning={() => ({
            title: subject ?? title,
            unit: [...(subject === undefined ? [] : [title]), unit].filter((part) => part !== '').join(', '),
            notes: [finding, ...(note === undefined ? [] : [note])],
            source: t('chart.source', { source: from }),
          })}
        />
      </div>
    </figure>
  );
}
