import { type Meaning, pictureOf, type Scene, sceneWidth, svgText } from '@schaalsprong/chart';
import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { useWords } from '../lib/hooks.tsx';
import { save, toPng } from './take.ts';

/** Width of a picture that is taken away, in pixels: the same whatever the width of the page. */
const pictureWidth = 760;

const formats = ['csv', 'png', 'svg'] as const;
type Format = (typeof formats)[number];

interface Props {
  /** what the buttons say that they save */
  readonly title: string;
  /** name of the file, without its ending */
  readonly file: string;
  readonly csv: () => string;
  readonly scene: (width: number) => Scene;
  readonly meaning: () => Omit<Meaning, 'id' | 'lang' | 'date' | 'address'>;
}

/** Buttons that save the figures behind a chart, and the chart itself with its title, unit, source, day and full address. */
export function TakeButtons({ title, file, csv, scene, meaning }: Props) {
  const { t, lang, period } = useWords();
  const [failed, setFailed] = useState('');
  const take = async (format: Format): Promise<void> => {
    setFailed('');
    try {
      if (format === 'csv') {
        save(`${file}.csv`, new Blob([csv()], { type: 'text/csv;charset=utf-8' }));
        return;
      }
      const picture = pictureOf(
        scene(sceneWidth(pictureWidth)),
        {
          ...meaning(),
          id: file,
          lang,
          date: t('chart.date', { date: period(today()) }),
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

/** The day of the reader, `2026-12-02`. */
const today = (): string => {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};
