import { markFigures } from '../lib/own-copy.ts';

/** A line of the reader's own copy with the figures of claims marked in it. */
export function Marked({ line, figures }: { line: string; figures: readonly string[] }) {
  return markFigures(line, figures).map((piece) =>
    piece.marked ? <mark key={piece.from}>{piece.text}</mark> : <span key={piece.from}>{piece.text}</span>,
  );
}
