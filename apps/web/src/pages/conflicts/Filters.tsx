import type { Conflict, ConflictKind } from '@schaalsprong/audit';
import { FormField, FormLabel, Select, SelectOption } from '@utrecht/component-library-react';
import { useId } from 'react';
import { SearchField } from '../../components/SearchField.tsx';
import { kinds } from '../../conflicts/kinds.ts';
import { nodesOfLevel } from '../../lib/agenda.ts';
import { useAgenda, useNames, useWords } from '../../lib/hooks.tsx';
import type { Filter } from './filter.ts';
import { useTexts } from './texts.ts';

function Choice({
  label,
  value,
  options,
  choose,
}: {
  label: string;
  value: string;
  options: readonly { readonly id: string; readonly title: string }[];
  choose: (value: string) => void;
}) {
  const { t } = useWords();
  const id = useId();
  return (
    <FormField>
      <FormLabel htmlFor={id}>{label}</FormLabel>
      <Select
        id={id}
        value={value}
        onChange={(event: { target: { value: string } }) => choose(event.target.value)}
      >
        <SelectOption value="">{t('claims.filter.all')}</SelectOption>
        {options.map((option) => (
          <SelectOption key={option.id} value={option.id}>
            {option.title}
          </SelectOption>
        ))}
      </Select>
    </FormField>
  );
}

interface Props {
  readonly filter: Filter;
  /** All conflicts, filtered or not: only what occurs among them can be chosen. */
  readonly conflicts: readonly Conflict[];
  readonly change: (next: Filter) => void;
}

/** By words, kind, pillar and target. */
export function Filters({ filter, conflicts, change }: Props) {
  const { t, tx } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const called = useNames();
  const present = new Set<ConflictKind>(conflicts.map(({ kind }) => kind));
  const targets = [...new Set(conflicts.flatMap((conflict) => conflict.targets))];
  const pillars = new Set(targets.map((id) => agenda.targetById.get(id)?.pillar));
  return (
    <search className="filters">
      <SearchField
        label={c('filter.text')}
        value={filter.text}
        onSearch={(text) => change({ ...filter, text })}
      />
      <Choice
        label={c('filter.kind')}
        value={filter.kind}
        choose={(kind) => change({ ...filter, kind })}
        options={kinds
          .filter((kind) => present.has(kind))
          .map((id) => ({ id, title: t(`conflict.kind.${id}`) }))}
      />
      <Choice
        label={t('target.pillar')}
        value={filter.pillar}
        choose={(pillar) => change({ ...filter, pillar })}
        options={nodesOfLevel(agenda, 'pillar')
          .filter((node) => [...pillars].some((id) => id === node.id))
          .map((node) => ({ id: node.id, title: tx(node.title) }))}
      />
      <Choice
        label={t('target.kicker')}
        value={filter.target}
        choose={(target) => change({ ...filter, target })}
        options={targets.map((id) => ({ id, title: called.target(id) }))}
      />
    </search>
  );
}
