import type { Problem } from '@schaalsprong/agenda';
import type { FuturesForm } from '@schaalsprong/methods/cases-files';
import type { SampledUncertainty } from '@schaalsprong/methods/ensemble';
import { decodeText, type ModelProblem, type Program } from '@schaalsprong/model';
import type { Text } from '@schaalsprong/wire';
import {
  Button,
  FormLabel,
  Heading2,
  Heading3,
  Select,
  SelectOption,
  TableContainer,
  Textbox,
} from '@utrecht/component-library-react';
import { useEffect, useId, useRef, useState } from 'react';
import { csvType, save } from '../../charts/take.ts';
import { useWords } from '../../lib/hooks.tsx';
import { todayIso } from '../../lib/time.ts';
import { FuturesFault, findFails, makeFuturesFile } from '../../model/futures-file.ts';
import type { FailBox } from '../../table/contract.ts';
import { Boxes } from '../boxes/Boxes.tsx';
import {
  type Constant,
  keptTimes,
  mostFutures,
  type OwnModelOpen,
  outcomesOf,
  rangesTemplate,
} from './own.ts';
import { ProblemList } from './states.tsx';
import { useTexts } from './texts.ts';

/** Numbers of a file at most, inputs not counted: some 160 MB. */
const mostNumbers = 20_000_000;
const mostSeed = 2 ** 53 - 1;

type Ranges = readonly SampledUncertainty[];

/** A number as somebody types it: a comma or a point before the decimals. Null where it is none. */
const numberOf = (text: string): number | null => {
  const value = text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'));
  return Number.isFinite(value) ? value : null;
};

const wholeOf = (text: string, least: number, most: number): number | null => {
  const value = numberOf(text);
  return value !== null && Number.isInteger(value) && value >= least && value <= most ? value : null;
};

/** SHA-256 of a file; null where the page is not served over a safe connection. */
async function hashOf(file: File): Promise<string | null> {
  if (globalThis.crypto.subtle === undefined) return null;
  const digest = await globalThis.crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** One range: two numbers to type where it is uniform, else what it is in words. */
function RangeRow({
  range,
  onChange,
  onRemove,
}: {
  range: SampledUncertainty;
  onChange: (range: SampledUncertainty) => void;
  onRemove: () => void;
}) {
  const { lang } = useWords();
  const c = useTexts();
  const { variable: name, distribution } = range;
  const written = (value: number): string =>
    lang === 'nl' ? String(value).replace('.', ',') : String(value);
  const isUniform = distribution.kind === 'uniform';
  const [typed, setTyped] = useState(
    isUniform ? [written(distribution.min), written(distribution.max)] : ['', ''],
  );
  const [low = '', high = ''] = typed;
  const ends = [numberOf(low), numberOf(high)] as const;
  const isBad = isUniform && (ends[0] === null || ends[1] === null || ends[0] >= ends[1]);
  const type = (which: 0 | 1, text: string): void => {
    const next = which === 0 ? [text, high] : [low, text];
    setTyped(next);
    const [min, max] = [numberOf(next[0] ?? ''), numberOf(next[1] ?? '')];
    if (min !== null && max !== null && min < max) {
      onChange({ ...range, distribution: { kind: 'uniform', min, max } });
    }
  };
  const others = Object.entries(distribution).filter(([field]) => field !== 'kind');
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{c(`kind.${distribution.kind}`)}</td>
      {isUniform ? (
        ([0, 1] as const).map((which) => (
          <td key={which}>
            <input
              className="lever__number"
              inputMode="decimal"
              aria-label={c(which === 0 ? 'ranges.lowOf' : 'ranges.highOf', { name })}
              aria-invalid={isBad}
              value={typed[which] ?? ''}
              onChange={(event) => type(which, event.target.value)}
            />
          </td>
        ))
      ) : (
        <td colSpan={2} className="figure">
          {others.map(([field, value]) => `${field} ${JSON.stringify(value)}`).join(', ')}
        </td>
      )}
      <td>
        <Button appearance="subtle-button" aria-label={c('ranges.removeOf', { name })} onClick={onRemove}>
          {c('ranges.remove')}
        </Button>
        {isBad && (
          <p className="small" role="alert">
            {c('ranges.bad', { name })}
          </p>
        )}
      </td>
    </tr>
  );
}

/** A fault of a file of ranges as the list of faults shows it. What was expected stands in some hints already. */
function asModelProblem({ message, expected, hint, file, line }: Problem): ModelProblem {
  const wanted = typeof expected === 'string' ? { nl: expected, en: expected } : expected;
  const isSaid = wanted === undefined || hint.nl.includes(wanted.nl);
  return { code: 'MODEL_SYNTAX', message, file, line, hint, ...(isSaid ? {} : { expected: wanted }) };
}

/** Ranges from a file; what is wrong in it is told by line, and then nothing of it is taken over. */
function RangesFile({
  program,
  constants,
  onRead,
}: {
  program: Program;
  constants: readonly Constant[];
  onRead: (ranges: Ranges) => void;
}) {
  const { count } = useWords();
  const c = useTexts();
  const id = useId();
  const [said, setSaid] = useState('');
  const [problems, setProblems] = useState<readonly ModelProblem[]>([]);
  const read = async (file: File): Promise<void> => {
    const { name } = file;
    const text = decodeText(new Uint8Array(await file.arrayBuffer()));
    setProblems([]);
    if (text.slice(0, 10_000).includes('\0')) {
      setSaid(c('ranges.unreadable', { name }));
      return;
    }
    // YAML and the schema of a region's ranges: large, and few open a file.
    const { readRanges } = await import('@schaalsprong/futures/ranges');
    const found = readRanges(name, text, program);
    setProblems(found.problems.map(asModelProblem));
    if (found.problems.length > 0) {
      setSaid(c('ranges.wrong', { name }));
      return;
    }
    onRead(
      found.uncertainties.map(({ id: of, variable, distribution }) => ({ id: of, variable, distribution })),
    );
    const n = found.uncertainties.length;
    setSaid(c(n === 1 ? 'ranges.read.one' : 'ranges.read', { name, n: count(n) }));
  };
  return (
    <div className="own-ranges__file">
      <FormLabel htmlFor={`${id}-file`}>{c('ranges.file')}</FormLabel>
      <input
        id={`${id}-file`}
        type="file"
        accept=".csv,.yaml,.yml,.json,text/csv"
        aria-describedby={`${id}-form`}
        onChange={(event) => {
          const field = event.target;
          const [file] = field.files ?? [];
          // The same file may be given again, mended meanwhile.
          if (file !== undefined) void read(file).finally(() => (field.value = ''));
        }}
      />
      <p id={`${id}-form`} className="small">
        {c('ranges.form')}
      </p>
      <Button
        appearance="subtle-button"
        onClick={() => save('ranges.csv', new Blob([rangesTemplate(constants)], { type: csvType }))}
      >
        {c('ranges.template')}
      </Button>
      <p role="status">{said}</p>
      {problems.length > 0 && (
        <div role="alert">
          <ProblemList problems={problems} />
        </div>
      )}
    </div>
  );
}

/** A range for one more number, typed by name. */
function AddRange({
  constants,
  ranges,
  onAdd,
}: {
  constants: readonly Constant[];
  ranges: Ranges;
  onAdd: (range: SampledUncertainty) => void;
}) {
  const c = useTexts();
  const id = useId();
  const [name, setName] = useState('');
  const [said, setSaid] = useState('');
  const add = (): void => {
    const found = constants.find((constant) => constant.name.toLowerCase() === name.trim().toLowerCase());
    const taken = ranges.some(({ variable }) => variable === found?.name);
    if (found === undefined || taken) {
      setSaid(c(found === undefined ? 'ranges.add.unknown' : 'ranges.add.twice', { name }));
      return;
    }
    const reach = found.value === 0 ? 1 : Math.abs(found.value) / 10;
    const [min, max] = [found.value - reach, found.value + reach].map((end) => Number(end.toPrecision(12)));
    onAdd({
      id: found.name,
      variable: found.name,
      distribution: { kind: 'uniform', min: min ?? 0, max: max ?? 1 },
    });
    setName('');
    setSaid('');
  };
  return (
    <form
      className="own-add"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <FormLabel htmlFor={`${id}-add`}>{c('ranges.add')}</FormLabel>
      <Textbox
        id={`${id}-add`}
        list={`${id}-all`}
        value={name}
        autoComplete="off"
        onChange={(event: { target: { value: string } }) => setName(event.target.value)}
      />
      <datalist id={`${id}-all`}>
        {constants.map((constant) => (
          <option key={constant.name} value={constant.name} />
        ))}
      </datalist>
      <Button type="submit" appearance="secondary-action-button">
        {c('ranges.add.do')}
      </Button>
      <p role="status" className="small">
        {said}
      </p>
    </form>
  );
}

/** A whole number to type; a wrong one is told and not taken. */
function WholeField({
  label,
  bad,
  value,
  least,
  most,
  onChange,
}: {
  label: string;
  bad: string;
  value: number;
  least: number;
  most: number;
  onChange: (value: number) => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState(String(value));
  const isBad = wholeOf(typed, least, most) === null;
  return (
    <span>
      <FormLabel htmlFor={id}>{label}</FormLabel>
      <Textbox
        id={id}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        aria-invalid={isBad}
        onChange={(event: { target: { value: string } }) => {
          setTyped(event.target.value);
          const whole = wholeOf(event.target.value, least, most);
          if (whole !== null) onChange(whole);
        }}
      />
      {isBad && (
        <span className="small block-line" role="alert">
          {bad}
        </span>
      )}
    </span>
  );
}

interface Asked {
  readonly model: OwnModelOpen;
  readonly program: Program;
  readonly ranges: Ranges;
  readonly count: number;
  readonly seed: number;
}

/** All futures as one file. */
function TakeFutures({ model, program, ranges, count, seed }: Asked) {
  const { tx, count: counted, share, lang } = useWords();
  const c = useTexts();
  const id = useId();
  const outcomes = outcomesOf(program);
  const times = keptTimes(program.time);
  const last = times.slice(-1);
  const [which, setWhich] = useState<'all' | 'stocks'>('all');
  const [when, setWhen] = useState<'last' | 'all'>('last');
  const [form, setForm] = useState<FuturesForm>('parquet');
  const [said, setSaid] = useState('');
  const [problems, setProblems] = useState<readonly Text[]>([]);
  const [busy, setBusy] = useState(false);
  const making = useRef<AbortController | null>(null);
  useEffect(() => () => making.current?.abort(), []);
  const chosen = { outcomes: outcomes[which], times: when === 'last' ? last : times };
  const numbers = chosen.outcomes.length * chosen.times.length * count;
  const make = async (): Promise<void> => {
    const stop = new AbortController();
    making.current = stop;
    setBusy(true);
    setProblems([]);
    const follow = (part: number): void =>
      setSaid(c('file.busy', { part: share(Math.round(part * 20) / 20) }));
    follow(0);
    try {
      const day = todayIso();
      const about = {
        title: `${c('futures.title')}: ${model.name}`,
        retrieved: day,
        address: globalThis.location.href,
        model: { file: model.name, sha256: await hashOf(model.file) },
      };
      const asked = { uncertainties: ranges, count, seed, levers: model.lab.run().moved, ...chosen, about };
      const question = { program, asked, form };
      const file = await makeFuturesFile(question, { signal: stop.signal, onProgress: follow });
      const name = `${c('file.name')}-${model.name.replace(/\.[^.]*$/, '')}-${day}-${seed}.${form}`;
      save(name, file);
      setSaid(c('file.done', { name, n: counted(count) }));
    } catch (error) {
      if (stop.signal.aborted) return;
      setProblems(error instanceof FuturesFault ? error.problems : []);
      setSaid(c('file.failed'));
    } finally {
      if (making.current === stop) setBusy(false);
    }
  };
  const moment = new Intl.NumberFormat(lang, { useGrouping: false, maximumSignificantDigits: 10 });
  const fields = [
    {
      key: 'outcomes',
      label: c('file.outcomes'),
      value: which,
      choose: (value: string) => setWhich(value === 'stocks' ? 'stocks' : 'all'),
      options: [
        ['all', c('file.outcomes.all', { n: counted(outcomes.all.length) })],
        ['stocks', c('file.outcomes.stocks', { n: counted(outcomes.stocks.length) })],
      ],
    },
    {
      key: 'times',
      label: c('file.times'),
      value: when,
      choose: (value: string) => setWhen(value === 'all' ? 'all' : 'last'),
      options: [
        ['last', c('file.times.last', { time: moment.format(program.time.stop) })],
        ['all', c('file.times.all', { n: counted(times.length) })],
      ],
    },
    {
      key: 'form',
      label: c('file.form'),
      value: form,
      choose: (value: string) => setForm(value === 'csv' ? 'csv' : 'parquet'),
      options: [
        ['parquet', 'Parquet'],
        ['csv', 'CSV'],
      ],
    },
  ] as const;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <Heading3>{c('file.title')}</Heading3>
      <p className="small">{c('file.lead')}</p>
      <p className="own-fields">
        {fields.map(({ key, label, value, choose, options }) => (
          <span key={key}>
            <FormLabel htmlFor={`${id}-${key}`}>{label}</FormLabel>
            <Select
              id={`${id}-${key}`}
              value={value}
              onChange={(event: { target: { value: string } }) => choose(event.target.value)}
            >
              {options.map(([one, title]) => (
                <SelectOption key={one} value={one}>
                  {title}
                </SelectOption>
              ))}
            </Select>
          </span>
        ))}
        <Button
          type="submit"
          appearance="primary-action-button"
          disabled={busy || ranges.length === 0 || numbers > mostNumbers}
        >
          {c('file.do')}
        </Button>
      </p>
      {ranges.length === 0 && <p className="small">{c('file.needs')}</p>}
      {numbers > mostNumbers && (
        <p role="alert">{c('file.large', { n: counted(numbers), most: counted(mostNumbers) })}</p>
      )}
      <p className="small" role="status">
        {said}
      </p>
      {problems.map((problem) => (
        <p key={problem.nl} role="alert">
          {tx(problem)}
        </p>
      ))}
    </form>
  );
}

/** In which part of the ranges an outcome ends on the wrong side of a line. */
function OwnFails({ model, program, ranges, count, seed }: Asked) {
  const { tx, share, lang, metOf } = useWords();
  const c = useTexts();
  const id = useId();
  const { all } = outcomesOf(program);
  const [outcome, setOutcome] = useState(all[0] ?? '');
  const [wrong, setWrong] = useState<'above' | 'below'>('above');
  const [line, setLine] = useState('');
  const [said, setSaid] = useState('');
  const [problems, setProblems] = useState<readonly Text[]>([]);
  const [found, setFound] = useState<FailBox | null>(null);
  const asking = useRef<AbortController | null>(null);
  useEffect(() => () => asking.current?.abort(), []);
  const limit = numberOf(line);
  const ask = async (): Promise<void> => {
    if (limit === null) return;
    asking.current?.abort();
    const stop = new AbortController();
    asking.current = stop;
    setProblems([]);
    setFound(null);
    const follow = (part: number): void =>
      setSaid(c('file.busy', { part: share(Math.round(part * 20) / 20) }));
    follow(0);
    try {
      const asked = {
        uncertainties: ranges,
        count,
        seed,
        levers: model.lab.run().moved,
        outcomes: [outcome],
        times: keptTimes(program.time).slice(-1),
        about: {},
      };
      const answer = await findFails(
        { program, asked, wrong, line: limit },
        { signal: stop.signal, onProgress: follow },
      );
      setFound(answer);
      setSaid(c('fails.found', { met: metOf({ count: answer.misses, of: answer.of }) }));
    } catch (error) {
      if (stop.signal.aborted) return;
      setProblems(error instanceof FuturesFault ? error.problems : []);
      setSaid(c('fails.failed'));
    }
  };
  const written = (value: number): string => {
    const short = String(Number(value.toPrecision(4)));
    return lang === 'nl' ? short.replace('.', ',') : short;
  };
  return (
    <form
      className="own-fails"
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <Heading3>{c('fails.title')}</Heading3>
      <p className="small">{c('fails.lead')}</p>
      <p className="own-fields">
        <span>
          <FormLabel htmlFor={`${id}-outcome`}>{c('fails.outcome')}</FormLabel>
          <Select
            id={`${id}-outcome`}
            value={outcome}
            onChange={(event: { target: { value: string } }) => setOutcome(event.target.value)}
          >
            {all.map((name) => (
              <SelectOption key={name} value={name}>
                {name}
              </SelectOption>
            ))}
          </Select>
        </span>
        <span>
          <FormLabel htmlFor={`${id}-wrong`}>{c('fails.wrong')}</FormLabel>
          <Select
            id={`${id}-wrong`}
            value={wrong}
            onChange={(event: { target: { value: string } }) =>
              setWrong(event.target.value === 'below' ? 'below' : 'above')
            }
          >
            <SelectOption value="above">{c('fails.above')}</SelectOption>
            <SelectOption value="below">{c('fails.below')}</SelectOption>
          </Select>
        </span>
        <span>
          <FormLabel htmlFor={`${id}-line`}>{c('fails.line')}</FormLabel>
          <Textbox
            id={`${id}-line`}
            inputMode="decimal"
            autoComplete="off"
            value={line}
            aria-invalid={line !== '' && limit === null}
            onChange={(event: { target: { value: string } }) => setLine(event.target.value)}
          />
          {line !== '' && limit === null && (
            <span className="small block-line" role="alert">
              {c('fails.line.bad')}
            </span>
          )}
        </span>
        <Button
          type="submit"
          appearance="secondary-action-button"
          disabled={limit === null || ranges.length === 0}
        >
          {c('fails.ask')}
        </Button>
      </p>
      <p role="status">{said}</p>
      {problems.map((problem) => (
        <p key={problem.nl} role="alert">
          {tx(problem)}
        </p>
      ))}
      {found !== null && (
        <Boxes
          found={found}
          subject={{
            title: `${model.name}: ${found.target}`,
            file: `wanneer-mis-${found.target.replaceAll(/[^\w]+/g, '-')}`,
            origin: [...model.lab.source.origin(), `n = ${found.of}`],
            nameOf: (name) => name,
            show: (_, value) => written(value),
            tick: (_, value) => written(value),
            linkOf: () => null,
          }}
        />
      )}
    </form>
  );
}

/** Own ranges, futures and seed for somebody's own model, and all futures as a file. */
export function OwnFutures({
  model,
  program,
  constants,
  onRanges,
}: {
  model: OwnModelOpen;
  program: Program;
  constants: readonly Constant[];
  /** Told after each change. */
  onRanges: () => void;
}) {
  const { count: counted } = useWords();
  const c = useTexts();
  const { range } = model;
  const [ranges, setRanges] = useState<Ranges>(range.ranges);
  const [count, setCount] = useState(range.count);
  const [seed, setSeed] = useState(range.seed);
  /** Makes rows anew where a file gave other numbers for the same names. */
  const [reading, setReading] = useState(0);
  const change = (next: Ranges): void => {
    setRanges(next);
    range.ranges = next;
    onRanges();
  };
  return (
    <section className="own-futures" aria-labelledby="toekomsten">
      <Heading2 id="toekomsten">{c('futures.title')}</Heading2>
      <p>{c('futures.lead')}</p>
      <RangesFile
        program={program}
        constants={constants}
        onRead={(next) => {
          setReading(reading + 1);
          change(next);
        }}
      />
      {ranges.length === 0 ? (
        <p className="small">{c('ranges.none')}</p>
      ) : (
        <TableContainer className="table-scroll" tabIndex={0} role="region" aria-label={c('ranges.table')}>
          <table className="table own-ranges__table">
            <caption>{c('ranges.table')}</caption>
            <thead>
              <tr>
                <th scope="col">{c('ranges.number')}</th>
                <th scope="col">{c('ranges.kind')}</th>
                <th scope="col">{c('ranges.low')}</th>
                <th scope="col">{c('ranges.high')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {ranges.map((one) => (
                <RangeRow
                  key={`${reading} ${one.variable}`}
                  range={one}
                  onChange={(next) =>
                    change(ranges.map((other) => (other.variable === next.variable ? next : other)))
                  }
                  onRemove={() => change(ranges.filter((other) => other !== one))}
                />
              ))}
            </tbody>
          </table>
        </TableContainer>
      )}
      {ranges.length > 1 && (
        <Button appearance="subtle-button" onClick={() => change([])}>
          {c('ranges.clear')}
        </Button>
      )}
      <AddRange constants={constants} ranges={ranges} onAdd={(one) => change([...ranges, one])} />
      <p className="own-fields">
        <WholeField
          label={c('count.label')}
          bad={c('count.bad', { most: counted(mostFutures) })}
          value={count}
          least={2}
          most={mostFutures}
          onChange={(next) => {
            setCount(next);
            range.count = next;
            if (ranges.length > 0) onRanges();
          }}
        />
        <WholeField
          label={c('seed.label')}
          bad={c('seed.bad', { most: counted(mostSeed) })}
          value={seed}
          least={0}
          most={mostSeed}
          onChange={(next) => {
            setSeed(next);
            range.seed = next;
            if (ranges.length > 0) onRanges();
          }}
        />
      </p>
      <TakeFutures model={model} program={program} ranges={ranges} count={count} seed={seed} />
      <OwnFails model={model} program={program} ranges={ranges} count={count} seed={seed} />
    </section>
  );
}
