import { municipalitiesIn } from '@schaalsprong/agenda/links';
import { thingPath } from '@schaalsprong/wire/things';
import { Button, FormField, FormLabel, Select, SelectOption } from '@utrecht/component-library-react';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAgenda, useWords } from '../lib/hooks.tsx';
import './municipality-chooser.css';

/** Where a reader chooses a municipality and goes to its page; nothing where the region has none. */
export function MunicipalityChooser({ label }: { label?: string }) {
  const { t, to, lang } = useWords();
  const { areas } = useAgenda();
  const navigate = useNavigate();
  const id = useId();
  const [chosen, setChosen] = useState('');
  const municipalities = municipalitiesIn(areas).toSorted((a, b) => a.name.localeCompare(b.name, lang));
  if (municipalities.length === 0) return null;
  return (
    <form
      className="municipality-chooser"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate(to(thingPath('municipality', chosen || (municipalities[0]?.code ?? ''))));
      }}
    >
      <FormField>
        <FormLabel htmlFor={id}>{label ?? t('municipality.choose')}</FormLabel>
        <Select
          id={id}
          value={chosen || (municipalities[0]?.code ?? '')}
          onChange={(event: { target: { value: string } }) => setChosen(event.target.value)}
        >
          {municipalities.map(({ code, name }) => (
            <SelectOption key={code} value={code}>
              {name}
            </SelectOption>
          ))}
        </Select>
      </FormField>
      <Button type="submit" appearance="secondary-action-button">
        {t('municipality.go')}
      </Button>
    </form>
  );
}
