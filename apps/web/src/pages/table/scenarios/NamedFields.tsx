import { FormField, FormLabel, Textbox } from '@utrecht/component-library-react';
import { useId } from 'react';
import { useTexts } from '../texts.ts';

/** What a reader calls a scenario that is kept or shared. */
export interface Named {
  readonly name: string;
  readonly description: string;
}

export const unnamed: Named = { name: '', description: '' };

/** The two fields of a name and a description; `label` is that of the name. */
export function NamedFields({
  label,
  named,
  onChange,
}: {
  label: string;
  named: Named;
  onChange: (named: Named) => void;
}) {
  const c = useTexts();
  const id = useId();
  return (
    <>
      <FormField>
        <FormLabel htmlFor={`${id}-name`}>{label}</FormLabel>
        <Textbox
          id={`${id}-name`}
          value={named.name}
          maxLength={80}
          autoComplete="off"
          onChange={(event: { target: { value: string } }) =>
            onChange({ ...named, name: event.target.value })
          }
        />
      </FormField>
      <FormField>
        <FormLabel htmlFor={`${id}-description`}>{c('keep.description')}</FormLabel>
        <Textbox
          id={`${id}-description`}
          value={named.description}
          maxLength={400}
          autoComplete="off"
          onChange={(event: { target: { value: string } }) =>
            onChange({ ...named, description: event.target.value })
          }
        />
      </FormField>
    </>
  );
}
