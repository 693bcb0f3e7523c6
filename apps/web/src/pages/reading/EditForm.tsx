import type { ClaimKind, Proposal } from '@schaalsprong/agenda';
import {
  Button,
  FormField,
  FormLabel,
  Select,
  SelectOption,
  Textbox,
} from '@utrecht/component-library-react';
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useAgenda, useWords } from '../../lib/hooks.tsx';
import { type Edit, isName, isPeriod } from '../../reading/work.ts';
import { type ReadingText, useTexts } from './texts.ts';

const kinds = [
  'target',
  'baseline',
  'forecast',
  'fact',
  'commitment',
  'definition',
] as const satisfies readonly ClaimKind[];

type Field = 'value' | 'unit' | 'horizon' | 'period' | 'quantity' | 'text';
type Value = { readonly target: { readonly value: string } };

/** Fields of a proposal that a person may put otherwise; what is left as it was is no edit. */
export function EditForm({
  proposal,
  edit,
  keep,
  stop,
}: {
  proposal: Proposal;
  edit: Edit | undefined;
  keep: (edit: Edit) => void;
  stop: () => void;
}) {
  const c = useTexts();
  const { t, tx } = useWords();
  const { units, qualifiers } = useAgenda().region;
  const id = useId();
  const first = useRef<HTMLInputElement | null>(null);
  useEffect(() => first.current?.focus(), []);
  const [value, setValue] = useState(String(edit?.value ?? proposal.value));
  const known = Object.hasOwn(units, proposal.unit) ? proposal.unit : '';
  const [unit, setUnit] = useState<string>(edit?.unit ?? known);
  const [qualifier, setQualifier] = useState(edit?.qualifier ?? proposal.qualifier);
  const [horizon, setHorizon] = useState(
    (edit?.horizon === undefined ? proposal.horizon : edit.horizon) ?? '',
  );
  const [period, setPeriod] = useState((edit?.period === undefined ? proposal.period : edit.period) ?? '');
  const [quantity, setQuantity] = useState(edit?.quantity ?? proposal.quantity);
  const [kind, setKind] = useState<ClaimKind>(edit?.kind ?? proposal.kind);
  const [dutch, setDutch] = useState(edit?.text?.nl ?? '');
  const [english, setEnglish] = useState(edit?.text?.en ?? '');
  const [wrong, setWrong] = useState<readonly Field[]>([]);

  const send = (event: FormEvent): void => {
    event.preventDefault();
    const number = Number(value);
    const isEmpty = (text: string): boolean => text.trim() === '';
    const checks: readonly (readonly [Field, boolean])[] = [
      ['value', !isEmpty(value) && Number.isFinite(number)],
      ['unit', unit !== ''],
      ['horizon', isEmpty(horizon) || isPeriod(horizon.trim())],
      ['period', isEmpty(period) || isPeriod(period.trim())],
      ['quantity', isName(quantity.trim())],
      ['text', isEmpty(dutch) === isEmpty(english)],
    ];
    const faults = checks.filter(([, right]) => !right).map(([field]) => field);
    setWrong(faults);
    if (faults[0] !== undefined) {
      globalThis.document.getElementById(`${id}-${faults[0]}`)?.focus();
      return;
    }
    const time = (text: string): string | null => (isEmpty(text) ? null : text.trim());
    keep({
      // Of a negation a person has to say the number, even where it is the same.
      ...(number !== proposal.value || proposal.negated ? { value: number } : {}),
      ...(unit === proposal.unit ? {} : { unit }),
      ...(qualifier === proposal.qualifier ? {} : { qualifier }),
      ...(time(horizon) === proposal.horizon ? {} : { horizon: time(horizon) }),
      ...(time(period) === proposal.period ? {} : { period: time(period) }),
      ...(quantity.trim() === proposal.quantity ? {} : { quantity: quantity.trim() }),
      ...(kind === proposal.kind ? {} : { kind }),
      ...(isEmpty(dutch) ? {} : { text: { nl: dutch.trim(), en: english.trim() } }),
    });
  };

  const faulty = (field: Field): boolean => wrong.includes(field);
  const about = (field: Field, note: boolean): string | undefined => {
    const names = [
      ...(faulty(field) ? [`${id}-${field}-error`] : []),
      ...(note ? [`${id}-${field}-note`] : []),
    ];
    return names.length === 0 ? undefined : names.join(' ');
  };
  const part = (
    field: Field,
    label: ReadingText,
    fault: ReadingText,
    note: ReadingText | null,
    box: ReactNode,
  ) => (
    <FormField>
      <FormLabel htmlFor={`${id}-${field}`}>{c(label)}</FormLabel>
      {faulty(field) && (
        <p id={`${id}-${field}-error`} className="form-error">
          {c(fault)}
        </p>
      )}
      {box}
      {note !== null && (
        <p id={`${id}-${field}-note`} className="small">
          {c(note)}
        </p>
      )}
    </FormField>
  );
  const words = [...new Set(['none', ...Object.keys(qualifiers), proposal.qualifier])];
  return (
    <form className="proposal__form" onSubmit={send} noValidate>
      {wrong.length > 0 && <p role="alert">{c('edit.wrong')}</p>}
      {part(
        'value',
        'edit.value',
        'edit.wrong.value',
        null,
        <input
          ref={first}
          id={`${id}-value`}
          className="utrecht-textbox"
          type="number"
          step="any"
          value={value}
          aria-invalid={faulty('value')}
          aria-describedby={about('value', false)}
          onChange={(event) => setValue(event.target.value)}
        />,
      )}
      {part(
        'unit',
        'edit.unit',
        'edit.wrong.unit',
        null,
        <Select
          id={`${id}-unit`}
          value={unit}
          invalid={faulty('unit')}
          aria-describedby={about('unit', false)}
          onChange={(event: Value) => setUnit(event.target.value)}
        >
          {unit === '' && <SelectOption value="">{c('edit.unit.choose')}</SelectOption>}
          {Object.entries(units).map(([name, { title }]) => (
            <SelectOption key={name} value={name}>
              {tx(title)}
            </SelectOption>
          ))}
        </Select>,
      )}
      <FormField>
        <FormLabel htmlFor={`${id}-qualifier`}>{c('edit.qualifier')}</FormLabel>
        <Select
          id={`${id}-qualifier`}
          value={qualifier}
          onChange={(event: Value) => setQualifier(event.target.value)}
        >
          {words.map((word) => (
            <SelectOption key={word} value={word}>
              {word === 'none' ? c('edit.qualifier.none') : word}
            </SelectOption>
          ))}
        </Select>
      </FormField>
      {part(
        'horizon',
        'edit.horizon',
        'edit.wrong.period',
        null,
        <Textbox
          id={`${id}-horizon`}
          value={horizon}
          invalid={faulty('horizon')}
          aria-describedby={about('horizon', false)}
          onChange={(event: Value) => setHorizon(event.target.value)}
        />,
      )}
      {part(
        'period',
        'edit.period',
        'edit.wrong.period',
        null,
        <Textbox
          id={`${id}-period`}
          value={period}
          invalid={faulty('period')}
          aria-describedby={about('period', false)}
          onChange={(event: Value) => setPeriod(event.target.value)}
        />,
      )}
      <FormField>
        <FormLabel htmlFor={`${id}-kind`}>{c('edit.kind')}</FormLabel>
        <Select
          id={`${id}-kind`}
          value={kind}
          onChange={(event: Value) => setKind(kinds.find((one) => one === event.target.value) ?? 'fact')}
        >
          {kinds.map((one) => (
            <SelectOption key={one} value={one}>
              {t(`claim.kind.${one}`)}
            </SelectOption>
          ))}
        </Select>
      </FormField>
      {part(
        'quantity',
        'edit.quantity',
        'edit.wrong.quantity',
        'edit.quantity.note',
        <Textbox
          id={`${id}-quantity`}
          value={quantity}
          maxLength={80}
          invalid={faulty('quantity')}
          aria-describedby={about('quantity', true)}
          onChange={(event: Value) => setQuantity(event.target.value)}
        />,
      )}
      {part(
        'text',
        'edit.nl',
        'edit.wrong.text',
        'edit.text.note',
        <Textbox
          id={`${id}-text`}
          value={dutch}
          invalid={faulty('text')}
          aria-describedby={about('text', true)}
          onChange={(event: Value) => setDutch(event.target.value)}
        />,
      )}
      <FormField>
        <FormLabel htmlFor={`${id}-en`}>{c('edit.en')}</FormLabel>
        <Textbox
          id={`${id}-en`}
          value={english}
          invalid={faulty('text')}
          aria-describedby={about('text', true)}
          onChange={(event: Value) => setEnglish(event.target.value)}
        />
      </FormField>
      <p className="take">
        <Button type="submit" appearance="secondary-action-button">
          {c('edit.keep')}
        </Button>
        <Button appearance="subtle-button" onClick={stop}>
          {c('edit.stop')}
        </Button>
      </p>
    </form>
  );
}
