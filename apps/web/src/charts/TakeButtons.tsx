import { type Meaning, pictureOf, type Scene, sceneWidth, svgText } from '@schaalsprong/chart';
import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { useWords } from '../lib/hooks.tsx';
import { todayIso } from '../lib/time.ts';
import { type CsvTable, save, saveCsv, toPng } from './take.ts';

/** Width of a downloaded picture in pixels, independent of the viewport. */
const pictureWidth = 760;

const formats = ['csv', 'png', 'svg'] as const;
type Format = (typeof formats)[number];

interface Props {
  /** accessible name of what is downloaded */
  readonly title: string;
  /** file name without extension */
  readonly file: string;
  readonly csv: () => CsvTable;
  readonly scene: (width: number) => Scene;
  readonly meaning: () => Omit<Meaning, 'id' | 'lang' | 'date' | 'address'>;
  /** Who published the figures or what computed them, for the table: `meaning` says it as a sentence. */
  readonly source: string;
  /** Address that shows the same again, where that of the page does not. */
  readonly address?: (() => Promise<string>) | undefined;
}

/** Download buttons: the data of a chart as CSV, and the chart with its title, unit, source, date and URL as PNG and SVG. */
export function TakeButtons({ title, file, csv, scene, meaning, source, address }: Props) {
  const { t, lang, period } = useWords();
  const [failed, setFailed] = useState('');
  const take = async (format: Format): Promise<void> => {
    setFailed('');
    try {
      if (format === 'csv') {
        const said = meaning();
        saveCsv(`${file}.csv`, csv(), {
          title: said.title,
          unit: said.unit,
          source,
          address: (await address?.()) ?? globalThis.location.href,
        });
        return;
      }
      const picture = pictureOf(
        scene(sceneWidth(pictureWidth)),
        {
          ...meaning(),
          id: file,
          lang,
          date: t('chart.date', { date: period(todayIso()) }),
          address: globalThis.location.href,
        },
        pictureWidth,
      );
      const { width, height } = picture;
      const text = svgText(picture);
      save(
        `${file}.${format}`,
        format === 'svg' ? new Blob([text], { type: 'image/svg+xml' }) : await toPng({ text, width, height }),
      );
    } catch {
      setFailed(t('chart.failed', { format: t(`chart.${format}`) }));
    }
  };
  return (
    <>
      <p className="chart__take">
        {formats.map((format) => (
          <Button
            key={format}
            appearance="subtle-button"
            aria-label={t('chart.takeAs', { title, format: t(`chart.${format}`) })}
            onClick={() => void take(format)}
          >
            {t(`chart.${format}`)}
          </Button>
        ))}
      </p>
      <p className="chart__failed" role="status">
        {failed}
      </p>
    </>
  );
}
