import { Button } from '@utrecht/component-library-react';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useWords } from '../../../lib/hooks.tsx';
import type { Move } from '../../../table/contract.ts';
import { useTable, useTablePart } from '../context.tsx';
import { Fold } from '../Fold.tsx';
import { useTexts } from '../texts.ts';
import { useMoveWords } from './moves.ts';

/** Whether somebody is typing: then the keys are theirs. A slider takes no text. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && !['range', 'checkbox', 'radio', 'button'].includes(target.type)) ||
  (target instanceof HTMLElement && target.isContentEditable);

/** Undo, redo and play again: as buttons, and as the keys that people know. */
export function HistoryButtons() {
  const c = useTexts();
  const table = useTable();
  // A reader who looks at a shared setting has made no move in it.
  const at = useTablePart((state) => (state.looking ? 0 : state.at));
  const canRedo = useTablePart((state) => state.canRedo ?? state.at < state.moves.length - 1);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key === 'z') {
        if (event.shiftKey) table.redo();
        else table.undo();
      } else if (key === 'y') table.redo();
      else return;
      event.preventDefault();
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, [table]);
  return (
    <span className="history-buttons">
      <Button appearance="subtle-button" disabled={at === 0} title="Ctrl+Z" onClick={() => table.undo()}>
        {c('history.undo')}
      </Button>
      <Button appearance="subtle-button" disabled={!canRedo} title="Ctrl+Y" onClick={() => table.redo()}>
        {c('history.redo')}
      </Button>
      <Button appearance="subtle-button" disabled={at === 0} onClick={() => table.replay()}>
        {c('history.replay')}
      </Button>
    </span>
  );
}

function MoveItem({ move, isNow, isAhead }: { move: Move; isNow: boolean; isAhead: boolean }) {
  const { count } = useWords();
  const c = useTexts();
  const table = useTable();
  const said = useMoveWords()(move);
  const [naming, setNaming] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement | null>(null);
  const stopNaming = (): void => {
    // The button comes back in the place of the field, and the focus with it.
    flushSync(() => setNaming(null));
    button.current?.focus();
  };
  const done = (): void => {
    if (naming !== null) table.bookmark(move.number, naming.trim() === '' ? null : naming.trim());
    stopNaming();
  };
  return (
    <li
      className={isAhead ? 'move move--ahead' : 'move'}
      {...(isNow ? { 'aria-current': 'step' as const } : {})}
    >
      <span className="move__number figure">{count(move.number)}</span>
      <span className="move__said">
        {move.name !== null && <strong className="move__name">{move.name}: </strong>}
        {said}
        {isNow && <span className="small"> ({c('history.now')})</span>}
        {isAhead && <span className="small"> ({c('history.ahead')})</span>}
      </span>
      <span className="move__tools">
        {!isNow && (
          <button
            type="button"
            className="link-button"
            aria-label={c('history.goToOf', { n: count(move.number) })}
            onClick={() => table.goTo(move.number)}
          >
            {c('history.goTo')}
          </button>
        )}
        {naming === null ? (
          <button
            type="button"
            ref={button}
            className="link-button"
            aria-label={c(move.name === null ? 'history.nameOf' : 'history.renameOf', {
              n: count(move.number),
            })}
            onClick={() => setNaming(move.name ?? '')}
          >
            {c(move.name === null ? 'history.name' : 'history.rename')}
          </button>
        ) : (
          <form
            className="move__naming"
            onSubmit={(event) => {
              event.preventDefault();
              done();
            }}
          >
            <input
              // Only a person who asked to name it gets here.
              ref={(field) => field?.focus()}
              className="utrecht-textbox"
              aria-label={c('history.nameOf', { n: count(move.number) })}
              value={naming}
              maxLength={80}
              onChange={(event) => setNaming(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Escape') return;
                event.preventDefault();
                stopNaming();
              }}
            />
            <button type="submit" className="chip">
              {c('history.named')}
            </button>
          </form>
        )}
      </span>
    </li>
  );
}

/** All moves, the newest first, those with a name apart. */
export function History() {
  const { count } = useWords();
  const c = useTexts();
  const moves = useTablePart((state) => state.moves);
  const at = useTablePart((state) => state.at);
  const looking = useTablePart((state) => state.looking);
  const [onlyNamed, setOnlyNamed] = useState(false);
  const named = moves.filter(({ name }) => name !== null).length;
  const shown = moves
    .map((move, i) => ({ move, i }))
    .filter(({ move }) => !onlyNamed || move.name !== null)
    .reverse();
  return (
    <Fold
      className="table-tool"
      summary={c(moves.length === 2 ? 'history.title.one' : 'history.title', { n: count(moves.length - 1) })}
    >
      {() => (
        <>
          {named > 0 && (
            <label className="choices__one">
              <input
                type="checkbox"
                checked={onlyNamed}
                onChange={(event) => setOnlyNamed(event.target.checked)}
              />{' '}
              {c('history.onlyNamed', { n: count(named) })}
            </label>
          )}
          <ol className="moves" reversed>
            {shown.map(({ move, i }) => (
              <MoveItem key={move.number} move={move} isNow={!looking && i === at} isAhead={i > at} />
            ))}
          </ol>
          <p className="small">{c('history.note')}</p>
        </>
      )}
    </Fold>
  );
}
