import {
  Button,
  FormField,
  FormLabel,
  Select,
  SelectOption,
  Textbox,
} from '@utrecht/component-library-react';
import { type FormEvent, useId, useState } from 'react';

/** Longest texts that the files of verdicts and judgements take. */
const longest = { by: 200, why: 2000 } as const;

/** What a person says of something: a word out of a list, who says it, and why. */
export interface Opinion<W extends string> {
  readonly word: W;
  readonly by: string;
  readonly why: string;
}

interface Props<W extends string> {
  /** ids of the fields begin with it, as in `verdict-by` */
  readonly name: string;
  readonly words: readonly { readonly word: W; readonly title: string }[];
  readonly first: W;
  readonly by?: string;
  /** what a browser may fill in for who says it */
  readonly autoComplete: 'name' | 'organization-title';
  readonly labels: {
    readonly word: string;
    readonly by: string;
    readonly byMissing: string;
    readonly why: string;
    readonly whyMissing: string;
    readonly keep: string;
    /** where it is kept */
    readonly where: string;
  };
  readonly onKeep: (opinion: Opinion<W>) => void;
}

/** A form for an opinion: who and why may not be left out. What is missing is said at its field, and the first one gets the focus. */
export function OpinionForm<W extends string>(props: Props<W>) {
  const { name, words, first, autoComplete, labels, onKeep } = props;
  const id = useId();
  const [word, setWord] = useState<W>(first);
  const [by, setBy] = useState(props.by ?? '');
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const lacks = (field: 'by' | 'why'): boolean => missing.includes(field);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const lacking = Object.entries({ by, why })
      .filter(([, text]) => text.trim() === '')
      .map(([field]) => field);
    setMissing(lacking);
    const [one] = lacking;
    if (one === undefined) onKeep({ word, by: by.trim(), why: why.trim() });
    else globalThis.document.getElementById(`${id}-${one}`)?.focus();
  };
  return (
    <form className="verdict-form" onSubmit={send} noValidate>
      <FormField>
        <FormLabel htmlFor={`${id}-${name}`}>{labels.word}</FormLabel>
        <Select
          id={`${id}-${name}`}
          value={word}
          onChange={(event: { target: { value: string } }) =>
            setWord(words.find((one) => one.word === event.target.value)?.word ?? first)
          }
        >
          {words.map((one) => (
            <SelectOption key={one.word} value={one.word}>
              {one.title}
            </SelectOption>
          ))}
        </Select>
      </FormField>
      <FormField>
        <FormLabel htmlFor={`${id}-by`}>{labels.by}</FormLabel>
        {lacks('by') && (
          <p id={`${id}-by-error`} className="form-error">
            {labels.byMissing}
          </p>
        )}
        <Textbox
          id={`${id}-by`}
          value={by}
          maxLength={longest.by}
          autoComplete={autoComplete}
          invalid={lacks('by')}
          aria-describedby={lacks('by') ? `${id}-by-error` : undefined}
          onChange={(event: { target: { value: string } }) => setBy(event.target.value)}
        />
      </FormField>
      <FormField>
        <FormLabel htmlFor={`${id}-why`}>{labels.why}</FormLabel>
        {lacks('why') && (
          <p id={`${id}-why-error`} className="form-error">
            {labels.whyMissing}
          </p>
        )}
        <textarea
          id={`${id}-why`}
          className="utrecht-textbox"
          rows={3}
          value={why}
          maxLength={longest.why}
          aria-invalid={lacks('why')}
          aria-describedby={lacks('why') ? `${id}-why-error` : undefined}
          onChange={(event) => setWhy(event.target.value)}
        />
      </FormField>
      <Button type="submit" appearance="secondary-action-button">
        {labels.keep}
      </Button>
      <p className="small">{labels.where}</p>
    </form>
  );
}
