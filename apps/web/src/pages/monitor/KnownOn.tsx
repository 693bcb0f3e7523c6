import type { IndicatorResponse } from '@schaalsprong/wire';
import { FormField, FormLabel, Select, SelectOption, Textbox } from '@utrecht/component-library-react';
import { useId } from 'react';
import { useWords } from '../../lib/hooks.tsx';
import { type Choice, isDay } from '../../monitor/address.ts';
import { useTexts } from './texts.ts';

/** Lets a reader go back to what was known on a day: a day of publication, or any other. */
export function KnownOn({
  response,
  choose,
}: {
  response: IndicatorResponse;
  choose: (some: Partial<Choice>) => void;
}) {
  const { period } = useWords();
  const c = useTexts();
  const id = useId();
  const days = [
    ...new Set([
      ...response.vintages.flatMap(({ published }) => published ?? []),
      ...(response.asKnownOn === null ? [] : [response.asKnownOn]),
    ]),
  ]
    .sort()
    .reverse();
  const now = response.asKnownOn ?? '';
  return (
    <div className="known-on">
      <FormField>
        <FormLabel htmlFor={`${id}-version`}>{c('knownOn')}</FormLabel>
        <Select
          id={`${id}-version`}
          value={now}
          onChange={(event: { target: { value: string } }) =>
            choose({ asKnownOn: event.target.value === '' ? null : event.target.value })
          }
        >
          <SelectOption value="">{c('knownOn.now')}</SelectOption>
          {days.map((day) => (
            <SelectOption key={day} value={day}>
              {c('knownOn.day', { date: period(day) })}
            </SelectOption>
          ))}
        </Select>
      </FormField>
      <FormField>
        <FormLabel htmlFor={`${id}-day`}>{c('knownOn.any')}</FormLabel>
        <Textbox
          key={now}
          id={`${id}-day`}
          type="date"
          defaultValue={now}
          onChange={(event: { target: { value: string } }) => {
            if (isDay(event.target.value)) choose({ asKnownOn: event.target.value });
          }}
        />
      </FormField>
      {response.asKnownOn !== null && (
        <p className="notice known-on__notice" role="status">
          {c('knownOn.notice', { date: period(response.asKnownOn) })}
        </p>
      )}
      {days.length === 0 && <p className="small">{c('knownOn.undated')}</p>}
    </div>
  );
}
