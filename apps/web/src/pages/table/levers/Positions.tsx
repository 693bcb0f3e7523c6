import type { Measure } from '@schaalsprong/wire';
import { useAgenda, useNames, useWords } from '../../../lib/hooks.tsx';
import { useTable, useTablePart } from '../context.tsx';
import { Fold } from '../Fold.tsx';
import { useTexts } from '../texts.ts';
import { positionsOf, positionWithout } from './grouping.ts';
import { usePositionName } from './position-name.ts';

interface Props {
  readonly measures: readonly Measure[];
  readonly label: string;
}

/** Puts several levers at one named position, and says which of them do not have it. */
export function Positions({ measures, label }: Props) {
  const agenda = useAgenda();
  const table = useTable();
  const called = usePositionName();
  const named = Object.keys(agenda.table.positions);
  const ids = measures.map(({ id }) => id);
  return (
    <>
      <fieldset className="positions">
        <legend className="small">{label}</legend>
        {positionsOf(measures, named).map((name) => (
          <button key={name} type="button" className="chip" onClick={() => table.position(name, ids)}>
            {called(name)}
          </button>
        ))}
      </fieldset>
      <Without measures={measures} named={named} />
    </>
  );
}

/** That the levers stand at a position that not all of them have. Its room is there before it is said. */
function Without({ measures, named }: { measures: readonly Measure[]; named: readonly string[] }) {
  const { count } = useWords();
  const c = useTexts();
  const names = useNames();
  const called = usePositionName();
  const { levers } = useTablePart((state) => state.setting);
  const found = positionWithout(measures, named, levers);
  return (
    <div className="positions-said small">
      <p role="status">
        {found !== null &&
          c('positions.without', {
            n: count(measures.length - found.without.length),
            of: count(measures.length),
            position: called(found.name),
            agenda: called('agenda'),
          })}
      </p>
      {found !== null && (
        <Fold summary={c('positions.which')}>
          {() => (
            <ul className="plain">
              {found.without.map((id) => (
                <li key={id}>{names.measure(id)}</li>
              ))}
            </ul>
          )}
        </Fold>
      )}
    </div>
  );
}
