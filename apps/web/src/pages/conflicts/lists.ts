import type { Conflict } from '@schaalsprong/audit';
import { type Twinned, withTwins } from '@schaalsprong/audit/twins';
import { withGone } from '../../conflicts/changes.ts';
import { accepts, carded } from '../../conflicts/kinds.ts';

/** What still asks for something: nobody accepted it. */
export const isOpen = (conflict: Conflict): boolean => !accepts(conflict.verdict);

/** Whether a conflict has a card of its own; the others stand in short lists. */
export const isCarded = ({ kind }: Conflict): boolean => carded.includes(kind);

/** One card: a conflict with its twins, and whether a tried repair took it away. */
export interface CardOf extends Twinned<Conflict> {
  readonly gone: boolean;
}

const placeOf = (all: ReturnType<typeof withGone>, of: Conflict): number =>
  all.findIndex(({ conflict }) => conflict === of);

/** The conflicts of a report as the page shows them: every open one stands in one list, every accepted one in another. */
export interface Lists {
  /** Cards of what is open, by weight, with what a tried repair took away at its place. */
  readonly cards: readonly CardOf[];
  /** Those of the cards that fit the filter. */
  readonly shown: readonly CardOf[];
  /** Place of a card in the order of weight, from 1; none for what is gone. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly accepted: readonly Conflict[];
  readonly duplicates: readonly Conflict[];
  readonly missing: readonly Conflict[];
  readonly near: readonly Conflict[];
}

/**
 * Divides conflicts over the lists of the page.
 *
 * @param conflicts those of the report, with their verdicts
 * @param before the same without the repairs that are tried
 * @param fits whether a conflict passes the filter; accepted ones stand there whatever it says
 */
export function listsOf(
  conflicts: readonly Conflict[],
  before: readonly Conflict[],
  fits: (conflict: Conflict) => boolean,
): Lists {
  const open = conflicts.filter(isOpen);
  const all = withGone(
    open.filter(isCarded),
    before.filter((conflict) => isCarded(conflict) && isOpen(conflict)),
  );
  const goneOf = new Map(all.map(({ conflict, gone }) => [conflict, gone]));
  // What is gone is no twin of what stands.
  const cards = [true, false]
    .flatMap((side) => withTwins(all.flatMap(({ conflict, gone }) => (gone === side ? [conflict] : []))))
    .map((card) => ({ ...card, gone: goneOf.get(card.conflict) ?? false }))
    .sort((a, b) => placeOf(all, a.conflict) - placeOf(all, b.conflict));
  const of = (kind: Conflict['kind']) => open.filter((conflict) => conflict.kind === kind && fits(conflict));
  return {
    cards,
    shown: cards.filter(({ conflict, twins }) => [conflict, ...twins].some(fits)),
    ranks: new Map(cards.filter(({ gone }) => !gone).map(({ conflict }, i) => [conflict.id, i + 1] as const)),
    accepted: conflicts.filter((conflict) => !isOpen(conflict)),
    duplicates: of('duplicate'),
    missing: of('missing'),
    near: of('near'),
  };
}
