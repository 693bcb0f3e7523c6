import type { AreaFigure } from '@schaalsprong/wire';
import { useWords } from '../../lib/hooks.tsx';

/** The note of a figure in the language of the page, as far as it was translated. */
export function FigureNote({ figure: { note, noteInDutch } }: { figure: AreaFigure }) {
  const { lang } = useWords();
  const said = lang === 'nl' ? noteInDutch : note;
  return said === '' ? null : <span lang={lang === 'nl' && noteInDutch === note ? 'en' : lang}>{said}</span>;
}
