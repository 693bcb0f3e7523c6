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
import { type CheckedField, type EditFields, editFrom, fieldsOf, wrongFields } from '../../reading/edit.ts';
import type { Edit } from '../../reading/work.ts';
import { type ReadingText, useTexts } from './texts.ts';

const kinds = [
  'target',
  'baseline',
  'forecast',
  'fact',
  'commitment',
  'definition',
] as const satisfies readonly ClaimKind[];

type Value = { readonly target: { readonly value: string } };

interface EditFormProps {
  readonly proposal: Proposal;
  readonly edit: Edit | undefined;
  readonly keep: (edit: Edit) => void;
  readonly stop: () => void;
}

/** What a part of the form has of the whole. */
interface FormState {
  readonly id: string;
  readonly fields: EditFields;
  readonly set: (change: Partial<EditFields>) => void;
  readonly wrong: readonly CheckedField[];
  readonly send: (event: FormEvent) => void;
}

/** The fields as they are typed; a faulty one gets the focus instead of being kept. */
function useEditForm({ proposal, edit, keep }: Omit<EditFormProps, 'stop'>): FormState {
  const { units } = useAgenda().region;
  const id = useId();
  const [fields, setFields] = useState(() => fieldsOf(proposal, edit, units));
  const [wrong, setWrong] = useState<readonly CheckedField[]>([]);
  return {
    id,
    fields,
    wrong,
    set: (change) => setFields((before) => ({ ...before, ...change })),
    send: (event) => {
      event.preventDefault();
      const faults = wrongFields(fields);
      setWrong(faults);
      if (faults[0] === undefined) keep(editFrom(fields, proposal));
      else globalThis.document.getElementById(`${id}-${faults[0]}`)?.focus();
    },
  };
}

/** Ids of the fault and the note of a field, for who hears the form. */
function describedBy({ id, wrong }: FormState, field: CheckedField, note: boolean): string | undefined {
  const names = [
    ...(wrong.includes(field) ? [`${id}-${field}-error`] : []),
    ...(note ? [`${id}-${field}-note`] : []),
  ];
  return names.length === 0 ? undefined : names.join(' ');
}

interface PartProps {
  readonly form: FormState;
  readonly field: CheckedField;
  readonly label: ReadingText;
  readonly fault: ReadingText;
  readonly note?: ReadingText;
}

/** A field with its label, its fault where there is one, and its note. */
function Part({ form, field, label, fault, note, children }: PartProps & { readonly children: ReactNode }) {
  const c = useTexts();
  const { id, wrong } = form;
  return (
    <FormField>
      <FormLabel htmlFor={`${id}-${field}`}>{c(label)}</FormLabel>
      {wrong.includes(field) && (
        <p id={`${id}-${field}-error`} className="form-error">
          {c(fault)}
        </p>
      )}
      {children}
      {note !== undefined && (
        <p id={`${id}-${field}-note`} className="small">
          {c(note)}
        </p>
      )}
    </FormField>
  );
}

/** A part of one line of text; `of` is the field that it fills. */
function TextPart({
  of,
  maxLength,
  ...part
}: PartProps & { readonly of: 'horizon' | 'period' | 'quantity' | 'dutch'; readonly maxLength?: number }) {
  const { form, field, note } = part;
  return (
    <Part {...part}>
      <Textbox
        id={`${form.id}-${field}`}
        value={form.fields[of]}
        maxLength={maxLength}
        invalid={form.wrong.includes(field)}
        aria-describedby={describedBy(form, field, note !== undefined)}
        onChange={(event: Value) => form.set({ [of]: event.target.value })}
      />
    </Part>
  );
}

function ValuePart({ form }: { readonly form: FormState }) {
  const first = useRef<HTMLInputElement | null>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <Part form={form} field="value" label="edit.value" fault="edit.wrong.value">
      <input
        ref={first}
        id={`${form.id}-value`}
        className="utrecht-textbox"
        type="number"
        step="any"
        value={form.fields.value}
        aria-invalid={form.wrong.includes('value')}
        aria-describedby={describedBy(form, 'value', false)}
        onChange={(event) => form.set({ value: event.target.value })}
      />
    </Part>
  );
}

function UnitPart({ form }: { readonly form: FormState }) {
  const c = useTexts();
  const { tx } = useWords();
  const { units } = useAgenda().region;
  const { unit } = form.fields;
  return (
    <Part form={form} field="unit" label="edit.unit" fault="edit.wrong.unit">
      <Select
        id={`${form.id}-unit`}
        value={unit}
        invalid={form.wrong.includes('unit')}
        aria-describedby={describedBy(form, 'unit', false)}
        onChange={(event: Value) => form.set({ unit: event.target.value })}
      >
        {unit === '' && <SelectOption value="">{c('edit.unit.choose')}</SelectOption>}
        {Object.entries(units).map(([name, { title }]) => (
          <SelectOption key={name} value={name}>
            {tx(title)}
          </SelectOption>
        ))}
      </Select>
    </Part>
  );
}

/** A choice that cannot be wrong. */
function ChoicePart({
  id,
  label,
  value,
  options,
  choose,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** By value, what it says. */
  readonly options: readonly (readonly [value: string, said: string])[];
  readonly choose: (value: string) => void;
}) {
  return (
    <FormField>
      <FormLabel htmlFor={id}>{label}</FormLabel>
      <Select id={id} value={value} onChange={(event: Value) => choose(event.target.value)}>
        {options.map(([one, said]) => (
          <SelectOption key={one} value={one}>
            {said}
          </SelectOption>
        ))}
      </Select>
    </FormField>
  );
}

/** Fields of a proposal that a person may put otherwise; what is left as it was is no edit. */
export function EditForm({ stop, ...props }: EditFormProps) {
  const c = useTexts();
  const { t } = useWords();
  const { qualifiers } = useAgenda().region;
  const form = useEditForm(props);
  const { id, fields, set, wrong, send } = form;
  const words = [...new Set(['none', ...Object.keys(qualifiers), props.proposal.qualifier])];
  const period = { form, fault: 'edit.wrong.period' } as const;
  const text = { form, field: 'text', fault: 'edit.wrong.text', note: 'edit.text.note' } as const;
  return (
    <form className="proposal__form" onSubmit={send} noValidate>
      {wrong.length > 0 && <p role="alert">{c('edit.wrong')}</p>}
      <ValuePart form={form} />
      <UnitPart form={form} />
      <ChoicePart
        id={`${id}-qualifier`}
        label={c('edit.qualifier')}
        value={fields.qualifier}
        options={words.map((word) => [word, word === 'none' ? c('edit.qualifier.none') : word])}
        choose={(qualifier) => set({ qualifier })}
      />
      <TextPart {...period} field="horizon" of="horizon" label="edit.horizon" />
      <TextPart {...period} field="period" of="period" label="edit.period" />
      <ChoicePart
        id={`${id}-kind`}
        label={c('edit.kind')}
        value={fields.kind}
        options={kinds.map((kind) => [kind, t(`claim.kind.${kind}`)])}
        choose={(value) => set({ kind: kinds.find((one) => one === value) ?? 'fact' })}
      />
      <TextPart
        form={form}
        field="quantity"
        of="quantity"
        label="edit.quantity"
        fault="edit.wrong.quantity"
        note="edit.quantity.note"
        maxLength={80}
      />
      <TextPart {...text} of="dutch" label="edit.nl" />
      <FormField>
        <FormLabel htmlFor={`${id}-en`}>{c('edit.en')}</FormLabel>
        <Textbox
          id={`${id}-en`}
          value={fields.english}
          invalid={wrong.includes('text')}
          aria-describedby={describedBy(form, 'text', true)}
          onChange={(event: Value) => set({ english: event.target.value })}
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
