import { useAgenda, useWords } from '../../../lib/hooks.tsx';
import { useTable, useTablePart } from '../context.tsx';
import { useTexts } from '../texts.ts';

/** What differences are shown against. */
export function Against() {
  const { tx } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const table = useTable();
  const kept = useTablePart((state) => state.kept);
  const against = useTablePart((state) => state.against);
  const scenario = agenda.scenarios.find(({ id }) => id === agenda.region.assessment.scenario);
  if (kept.length === 0) return null;
  return (
    <label className="against">
      {c('against.label')}{' '}
      <select
        className="utrecht-select utrecht-select--html-select"
        value={against ?? ''}
        onChange={(event) => table.against(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">
          {scenario === undefined ? agenda.region.assessment.scenario : tx(scenario.title)}
        </option>
        {kept.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
