import type { ApiSource, Measure } from '@schaalsprong/wire';
import type { ReactNode } from 'react';
import { useNumber, useWords } from '../lib/hooks.tsx';
import { Kind, kindOfStatus } from './Kind.tsx';
import { SourceName } from './Sources.tsx';
import { PartyLinks } from './Things.tsx';

type Known = NonNullable<Measure['cost']>;

/** An amount of money, with how sure it is. */
export function Amount({
  cost: { amount, unit, status },
}: {
  readonly cost: Pick<Known, 'amount' | 'unit' | 'status'>;
}) {
  const { t } = useWords();
  const show = useNumber();
  return (
    <>
      {show(amount, unit, { precise: true })} <Kind of={kindOfStatus(status)} word={t(`money.${status}`)} />
    </>
  );
}

/** What a measure costs, how sure that is and who says so; `none` where no figure was found. */
export function Cost({
  measure: { cost },
  sources,
  none,
}: {
  readonly measure: Pick<Measure, 'cost'>;
  readonly sources: readonly Pick<ApiSource, 'id' | 'text'>[];
  readonly none: ReactNode;
}) {
  const { tx } = useWords();
  if (cost === null) return <span className="muted">{none}</span>;
  return (
    <>
      <Amount cost={cost} />
      <span className="small block-line">
        <SourceName text={cost.source} sources={sources} />
        {cost.note !== undefined && `. ${tx(cost.note)}`}
      </span>
    </>
  );
}

/** Who pays a measure, by the source of its cost; `none` where no source says it. */
export function Payers({
  measure: { cost },
  none,
}: {
  readonly measure: Pick<Measure, 'cost'>;
  readonly none: ReactNode;
}) {
  return cost === null || cost.payers.length === 0 ? (
    <span className="muted">{none}</span>
  ) : (
    <PartyLinks ids={cost.payers} />
  );
}
