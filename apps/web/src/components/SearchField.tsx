import { FormField, FormLabel, Textbox } from '@utrecht/component-library-react';
import { useId } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (question: string) => void;
}

/** Where a reader types what to look for on this page. */
export function SearchField({ label, value, onSearch }: Props) {
  const id = useId();
  return (
    <FormField>
      <FormLabel htmlFor={id}>{label}</FormLabel>
      <Textbox
        id={id}
        type="search"
        value={value}
        autoComplete="off"
        onChange={(event: { target: { value: string } }) => onSearch(event.target.value)}
      />
    </FormField>
  );
}
