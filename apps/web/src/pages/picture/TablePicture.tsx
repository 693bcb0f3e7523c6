import { useDeferredValue } from 'react';
import { useAgenda, useWords } from '../../lib/hooks.tsx';
import { movedBlocks } from '../../picture/moved.ts';
import { type PictureFacts, pictureNumbers } from '../../picture/series.ts';
import { useTablePart } from '../table/context.tsx';
import { useTexts } from './texts.ts';
import { plainTitle, WholePicture } from './WholePicture.tsx';

/** The drawn picture with the numbers of the setting on the table, lit where it differs from what it is compared with. */
export default function TablePicture() {
  const { tx, list } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  // A move draws the large charts first.
  const answer = useDeferredValue(useTablePart((state) => state.answer));
  const compared = useDeferredValue(useTablePart((state) => state.compared));
  const facts: PictureFacts = {
    fan: (outcome) => answer?.bands[outcome] ?? null,
    target: (id) => answer?.targets.find((target) => target.id === id) ?? null,
  };
  const before = compared === null || answer === null ? null : compared.answer;
  const { blocks } = pictureNumbers(agenda, facts);
  const moved = before === null || answer === null ? null : movedBlocks(blocks, answer, before);
  const named = blocks
    .filter(({ block }) => moved?.has(block.id))
    .map(({ block }) => plainTitle(tx(block.title)));
  const same = before === null || before === answer;
  return (
    <WholePicture
      facts={facts}
      ready={answer !== null}
      moved={moved}
      change={
        same ? c('moved.start') : named.length === 0 ? c('moved.none') : c('moved', { list: list(named) })
      }
      file="samenhang-tafel"
    />
  );
}
