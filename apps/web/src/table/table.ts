import {
  sameSetting,
  settingOf,
  type TableAnswer,
  type TableQuestion,
  type TableReach,
  type TableRegion,
  type TableSetting,
} from '@schaalsprong/futures/table';
import type { Text } from '@schaalsprong/wire';
import { csvType } from '../charts/take.ts';
import { type EngineClient, engineClient } from './client.ts';
import type {
  FailBox,
  Follow,
  Frozen,
  KeptScenario,
  PolicyTable,
  ReliefGain,
  TableState,
  Why,
  WhyFurther,
} from './contract.ts';
import { allFutures } from './counts.ts';
import { fileText, type KeptSetting, mostKept, readFile } from './file.ts';
import { freeze, frozenName, thaw } from './frozen.ts';
import {
  begun,
  canRedo,
  type History,
  type HistoryAction,
  historyReducer,
  type MoveAction,
  moveTo,
  settingAt,
} from './history.ts';
import { measured } from './measured.ts';
import { tableTexts } from './problems.ts';
import { type AnswerOf, type AskOf, TableError, type TaskName } from './protocol.ts';
import { positionsAt, withinRange, withinYears, withTimings } from './settings.ts';

/** Name of the measurement in the browser's own timeline, from a move to the painted answer of the first futures. */
export const firstMeasure = 'schaalsprong-table-first';
/** From a move to the painted answer of all futures. */
export const allMeasure = 'schaalsprong-table-all';

/** Milliseconds without a move after which the hand rests. */
const rest = 120;
/** Milliseconds that the setting before is shown when a move is played again. */
const replayed = 1_200;
/** Futures of a search at most: it tries hundreds of places of the levers, and what it finds is counted over others. */
const searched = 500;
/** Debounce in milliseconds of saving to storage. */
const writeAfter = 300;

/** What the table is made of. */
export interface TableMaterials {
  readonly region: TableRegion;
  /** The text of the model, as the server gives it. */
  readonly modelText: () => Promise<string>;
  /** Starts the engine; by default in a worker of this page. */
  readonly engine?: (() => EngineClient) | undefined;
  /** Where the work is kept, so that a reload loses nothing; null for nowhere. By default the storage of the browser. */
  readonly storage?: Pick<Storage, 'getItem' | 'setItem'> | null | undefined;
  /** The address of the page, without what follows a question mark. */
  readonly address?: (() => string) | undefined;
  /** Futures of the first answer; by default as many as the region's own standing counts. */
  readonly first?: number | undefined;
  readonly all?: number | undefined;
  /** What to say at once, such as an address that was not followed. */
  readonly problems?: readonly Text[] | undefined;
}

/** At which years outcomes are given away: every fifth after today, and the end where there is none. */
export function dataYears({ today, stop }: TableRegion['model']): readonly number[] {
  const first = 5 * (Math.floor(today / 5) + 1);
  const years = Array.from(
    { length: Math.max(0, Math.floor((stop - first) / 5) + 1) },
    (_, i) => first + 5 * i,
  );
  return years.length === 0 ? [stop] : years;
}

/** Store of the policy table of a region. Starts computing on creation. */
export const createTable = (materials: TableMaterials): PolicyTable => new Table(materials);

/** A kept scenario with what is known of it, by year and number of futures. */
interface KeptHere extends KeptSetting {
  readonly answers: ReadonlyMap<string, TableAnswer>;
}

/** The answer to a setting. */
interface Answered {
  readonly setting: TableSetting;
  readonly year: string | null;
  readonly answer: TableAnswer;
}

/** Key of what was computed of a setting: over so many futures, read in a year. */
const keyOf = (year: string | null, futures: number): string => `${year ?? ''} ${futures}`;

class Table implements PolicyTable {
  readonly #region: TableRegion;
  readonly #materials: TableMaterials;
  readonly #base: TableSetting;
  readonly #first: number;
  readonly #all: number;
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'> | null;
  readonly #listeners = new Set<() => void>();
  #engine: EngineClient | null = null;
  #state: TableState;
  #history: History;
  #kept: readonly KeptHere[] = [];
  /** Where the region begins, by year and number of futures: what is compared with where no kept scenario is chosen. */
  #baseAnswers: ReadonlyMap<string, TableAnswer> = new Map();
  /** The period at which targets are read; null for the horizon of each. */
  #year: string | null = null;
  /** Shown for a moment instead of where we stand. */
  #instead: { readonly setting: TableSetting; readonly timer: ReturnType<typeof setTimeout> } | null = null;
  /** Whether what a link shared is shown instead of the reader's own table. */
  #looking = false;
  /** Where the reader's own table stood when a shared setting was taken over; null where none was. */
  #takenFrom: number | null = null;
  /** When the setting that is shown was set, for measuring. */
  #movedAt: number | null = null;
  #askingFirst = false;
  #askingEffects = false;
  #rested = true;
  #resting: ReturnType<typeof setTimeout> | null = null;
  #writing: ReturnType<typeof setTimeout> | null = null;
  #askingAll: AbortController | null = null;
  readonly #answered = new Map<number, Answered>();
  readonly #closing = new AbortController();

  constructor(materials: TableMaterials) {
    const { region } = materials;
    this.#materials = materials;
    this.#region = region;
    this.#first = materials.first ?? region.assessment.futures;
    this.#all = Math.max(this.#first, materials.all ?? allFutures);
    this.#storage = materials.storage === undefined ? browserStorage() : materials.storage;
    this.#base = settingOf(region, region.assessment.scenario);
    this.#history = begun(this.#base);
    let against: string | null = null;
    const written = this.#storage?.getItem(this.#place()) ?? null;
    const read = written === null ? null : readFile(written, region, this.#base);
    if (read?.work) {
      this.#history = read.work.history;
      this.#kept = read.work.kept.map((each) => ({ ...each, answers: new Map() }));
      against = read.work.against;
    }
    this.#state = {
      phase: 'opening',
      problems: [...(materials.problems ?? []), ...(read?.work ? read.notes : [])],
      setting: settingAt(this.#history),
      base: this.#base,
      answer: null,
      stale: true,
      busy: true,
      year: null,
      yearAsked: null,
      effects: null,
      of: this.#all,
      moves: this.#history.moves,
      at: this.#history.at,
      canRedo: canRedo(this.#history),
      kept: this.#kept.map((each) => this.#faceOf(each, '')),
      against,
      compared: null,
      frozen: null,
      looking: false,
    };
    void this.#open();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): TableState => this.#state;

  // ---------------------------------------------------------------- moves

  move(levers: Readonly<Record<string, number>>): void {
    this.#change('lever', this.#withLevers(levers));
  }

  position(name: string, measures: readonly string[]): void {
    const here = this.#region.measures.filter(({ id }) => measures.includes(id));
    const asPlanned = Object.fromEntries(measures.map((id) => [id, 0]));
    this.#change('lever', this.#withLevers(positionsAt(here, name).levers, asPlanned));
  }

  shift(measure: string, years: number): void {
    const timing = this.#region.measures.find(({ id }) => id === measure)?.timing ?? null;
    if (timing !== null)
      this.#change('timing', this.#withLevers({}, { [measure]: withinYears(years, timing) }));
  }

  assume(uncertainty: string, value: number | null): void {
    if (!this.#region.uncertainties.some(({ id }) => id === uncertainty)) return;
    if (value !== null && !Number.isFinite(value)) return;
    const { [uncertainty]: _, ...others } = this.#setting().assumptions;
    const assumptions = value === null ? others : { ...others, [uncertainty]: value };
    this.#change('assumption', { ...this.#setting(), assumptions });
  }

  viewpoint(viewpoint: TableSetting['viewpoint']): void {
    const known = this.#region.table.viewpoints.map(({ id }) => id);
    if (viewpoint !== null && viewpoint !== 'together' && !known.includes(viewpoint)) return;
    this.#change('viewpoint', { ...this.#setting(), viewpoint });
  }

  reset(measures: readonly string[] | 'all'): void {
    if (measures === 'all') {
      this.#change('reset', this.#base);
      return;
    }
    const levers = Object.fromEntries(
      measures.flatMap((id): [string, number][] => {
        const value = this.#base.levers[id];
        return value === undefined ? [] : [[id, value]];
      }),
    );
    const timings = Object.fromEntries(measures.map((id) => [id, this.#base.timings[id] ?? 0]));
    this.#change('reset', this.#withLevers(levers, timings));
  }

  #withLevers(
    levers: Readonly<Record<string, number>>,
    timings: Readonly<Record<string, number>> = {},
  ): TableSetting {
    const setting = this.#setting();
    const next: Record<string, number> = { ...setting.levers };
    for (const { id, lever } of this.#region.measures) {
      const value = levers[id];
      if (value !== undefined) next[id] = withinRange(value, lever, setting.levers[id] ?? lever.min);
    }
    return { ...setting, levers: next, timings: withTimings(setting.timings, timings) };
  }

  readAt(year: string | null): void {
    const years: readonly string[] = this.#region.table.years;
    if (year !== null && !years.includes(year)) {
      this.#tell({ problems: [tableTexts.year(year, years)] });
      this.readAt(null);
      return;
    }
    if (year === this.#year) return;
    this.#askYear(year);
    this.#moved();
  }

  /** What is shown keeps its own year until the answer of the new one is there: no count may stand under another year. */
  #askYear(year: string | null): void {
    this.#year = year;
    this.#tell(this.#state.answer === null ? { year, yearAsked: year } : { yearAsked: year });
  }

  // ---------------------------------------------------------------- history

  undo(): void {
    // A reader who only looks has done nothing yet: undo must not change the table that waits behind.
    if (!this.#looking) this.#act({ kind: 'undo' });
  }

  redo(): void {
    if (!this.#looking) this.#act({ kind: 'redo' });
  }

  goTo(number: number): void {
    if (this.#looking) this.closeFrozen();
    this.#act({ kind: 'goTo', number });
  }

  bookmark(number: number, name: string | null): void {
    this.#act({ kind: 'bookmark', number, name });
  }

  replay(): void {
    if (this.#looking) return;
    const { moves, at } = this.#history;
    const from = moves[at]?.from ?? null;
    const before = from === null ? undefined : moves[from];
    if (before === undefined) return;
    this.#endReplay();
    const timer = setTimeout(() => {
      this.#endReplay();
      this.#moved();
    }, replayed);
    this.#instead = { setting: before.setting, timer };
    this.#moved();
  }

  #endReplay(): void {
    if (this.#instead !== null) clearTimeout(this.#instead.timer);
    this.#instead = null;
  }

  /** Where the next move starts from, whatever is shown for a moment: the shared setting while the reader looks at one. */
  #setting(): TableSetting {
    return this.#looked()?.setting ?? settingAt(this.#history);
  }

  #looked(): Frozen | null {
    return this.#looking ? this.#state.frozen : null;
  }

  #change(what: MoveAction['what'], setting: TableSetting): void {
    if (this.#looking && what !== 'load') {
      if (sameSetting(this.#setting(), setting)) return;
      this.#takeOver();
    }
    this.#act(moveTo(what, this.#setting(), setting));
  }

  /** Makes the shared setting a move of the reader's own history: undo leads back to their own table. */
  #takeOver(): void {
    const frozen = this.#looked();
    if (frozen === null) return;
    this.#looking = false;
    this.#takenFrom = this.#history.at;
    const own = settingAt(this.#history);
    this.#history = historyReducer(this.#history, moveTo('load', own, frozen.setting));
    this.#write();
    this.#tell({});
    void this.#askFrozen();
  }

  #act(action: HistoryAction): void {
    const before = settingAt(this.#history);
    const next = historyReducer(this.#history, action);
    if (next === this.#history) return;
    this.#history = next;
    this.#write();
    if (sameSetting(before, settingAt(next)) && this.#instead === null) this.#tell({});
    else {
      this.#endReplay();
      this.#moved();
    }
  }

  // ---------------------------------------------------------------- kept scenarios

  keep(name: string, description: string): string | null {
    if (this.#kept.length >= mostKept) {
      this.#tell({ problems: [tableTexts.keptFull] });
      return null;
    }
    const taken = this.#kept.map(({ id }) => id);
    const id = Array.from({ length: mostKept }, (_, i) => `kept-${i + 1}`).find(
      (one) => !taken.includes(one),
    );
    if (id === undefined) return null;
    const setting = this.#setting();
    const answers = [...this.#answered.values()]
      .filter((known) => sameSetting(known.setting, setting))
      .map(({ year, answer }): [string, TableAnswer] => [keyOf(year, answer.count), answer]);
    this.#kept = [...this.#kept, { id, name, description, setting, answers: new Map(answers) }];
    this.#write();
    this.#tell({});
    void this.#askKept();
    return id;
  }

  rename(id: string, name: string, description: string): void {
    this.#kept = this.#kept.map((each) => (each.id === id ? { ...each, name, description } : each));
    this.#write();
    this.#tell({});
  }

  drop(id: string): void {
    this.#kept = this.#kept.filter((each) => each.id !== id);
    this.#write();
    this.#tell(this.#state.against === id ? { against: null } : {});
  }

  load(what: { readonly kept: string } | { readonly scenario: string } | { readonly frozen: true }): void {
    if ('kept' in what) {
      const kept = this.#kept.find(({ id }) => id === what.kept);
      if (kept !== undefined) this.#replace(kept.setting);
    } else if ('scenario' in what) {
      const scenario = this.#region.scenarios.find(({ id }) => id === what.scenario);
      if (scenario !== undefined) this.#replace(settingOf(this.#region, scenario));
    } else {
      const { frozen } = this.#state;
      if (frozen === null) this.#tell({ problems: [tableTexts.nothingFrozen] });
      else if (this.#looking) this.#takeOver();
      else this.#change('load', frozen.setting);
    }
  }

  /** Another whole setting: of what a link shows nothing is taken over. */
  #replace(setting: TableSetting): void {
    if (this.#looking) this.closeFrozen();
    this.#change('load', setting);
  }

  against(id: string | null): void {
    if (id !== null && !this.#kept.some((kept) => kept.id === id)) return;
    this.#tell({ against: id });
    this.#write();
  }

  #faceOf({ answers, ...kept }: KeptHere, key: string): KeptScenario {
    return { ...kept, answer: answers.get(key) ?? null };
  }

  // ---------------------------------------------------------------- links and files

  async link(name: string, description: string): Promise<string> {
    const setting = this.#setting();
    const known = this.#answered.get(this.#all);
    const year = this.#year;
    const answer =
      known !== undefined && known.year === year && sameSetting(known.setting, setting)
        ? known.answer
        : await this.#ready().ask('answer', { question: this.#question(setting, this.#all), lane: 'live' });
    const address = this.#materials.address?.() ?? `${location.origin}${location.pathname}`;
    return `${address}?${frozenName}=${freeze(this.#region, { name, description, setting, year, answer })}`;
  }

  async open(frozen: string): Promise<void> {
    const thawed = thaw(frozen, this.#region, this.#base);
    if (thawed.frozen === null) {
      this.#tell({ problems: [thawed.problem] });
      return;
    }
    this.#endReplay();
    this.#takenFrom = null;
    this.#looking = true;
    this.#tell({ frozen: thawed.frozen, problems: [] });
    this.#askYear(thawed.frozen.year);
    this.#moved();
    await this.#askFrozen();
  }

  closeFrozen(): void {
    const wasLooking = this.#looking;
    this.#looking = false;
    this.#takenFrom = null;
    this.#tell({ frozen: null });
    if (wasLooking) this.#moved();
  }

  leaveFrozen(): void {
    const own = this.#takenFrom;
    this.closeFrozen();
    if (own !== null) this.#act({ kind: 'goTo', number: own });
  }

  /** Computes what the shared setting says now, over its own futures: where those are the table's, its answer is the same. */
  async #askFrozen(): Promise<void> {
    const { frozen, phase } = this.#state;
    if (frozen === null || phase !== 'ready' || (frozen.now ?? null) !== null) return;
    const { setting, futures, seed, year } = frozen;
    const isAsked = (futures === this.#first || futures === this.#all) && year === this.#year;
    if (this.#looking && isAsked && seed === this.#region.assessment.seed) return;
    const question = { setting, futures, seed, year };
    const now = await this.#quietly('answer', { question, lane: 'behind' });
    if (now !== null && this.#state.frozen === frozen) this.#tell({ frozen: { ...frozen, now } });
  }

  save(): string {
    return fileText(this.#region, {
      history: this.#history,
      kept: this.#kept.map(({ answers: _, ...kept }) => kept),
      against: this.#state.against,
    });
  }

  restore(text: string): void {
    const { work, notes } = readFile(text, this.#region, this.#base);
    if (work === null) {
      this.#tell({ problems: notes });
      return;
    }
    this.#endReplay();
    this.closeFrozen();
    this.#history = work.history;
    this.#kept = work.kept.map((each) => ({ ...each, answers: new Map() }));
    this.#state = { ...this.#state, against: work.against, problems: notes };
    this.#write();
    this.#moved();
    void this.#askKept();
  }

  understood(): void {
    if (this.#state.problems.length > 0) this.#tell({ problems: [] });
  }

  // ---------------------------------------------------------------- longer questions

  fails(target: string, follow: Follow = {}): Promise<FailBox> {
    const question = this.#question(this.#setting(), this.#countShown());
    return this.#ready().ask('fails', { target, question }, follow);
  }

  why(target: string, follow: Follow = {}): Promise<Why> {
    const against = this.#kept.find(({ id }) => id === this.#state.against);
    // Every combination of what differs runs on these: all futures would take a minute and say the same.
    const question = this.#question(this.#setting(), this.#first);
    return this.#ready().ask('why', { target, before: against?.setting ?? this.#base, question }, follow);
  }

  further(target: string, follow: Follow = {}): Promise<WhyFurther> {
    const kept = this.#kept.find(({ id }) => id === this.#state.against);
    const scenario = this.#region.scenarios.find(({ id }) => id === this.#region.assessment.scenario);
    const against =
      kept === undefined ? (scenario?.title ?? tableTexts.beginning) : { nl: kept.name, en: kept.name };
    const question = this.#question(this.#setting(), this.#first);
    const before = kept?.setting ?? this.#base;
    return this.#ready().ask('further', { target, before, against, question }, follow);
  }

  reach(target: string, follow: Follow = {}): Promise<TableReach> {
    const setting = { ...this.#setting(), levers: this.#base.levers };
    const question = this.#question(setting, Math.min(this.#first, searched));
    return this.#ready().ask('reach', { target, question, fresh: this.#first }, follow);
  }

  relief(follow: Follow = {}): Promise<readonly ReliefGain[]> {
    return this.#ready().ask('relief', { question: this.#question(this.#setting(), this.#first) }, follow);
  }

  async futures(
    { count, form, about }: Parameters<PolicyTable['futures']>[0],
    follow: Follow = {},
  ): Promise<Blob> {
    const times = dataYears(this.#region.model);
    const question = this.#question(this.#setting(), count);
    const { parts } = await this.#ready().ask('futures', { question, times, form, about }, follow);
    return new Blob([...parts], {
      type: form === 'csv' ? csvType : 'application/vnd.apache.parquet',
    });
  }

  close(): void {
    this.#closing.abort();
    this.#endReplay();
    if (this.#resting !== null) clearTimeout(this.#resting);
    if (this.#writing !== null) this.#writeNow();
    this.#engine?.close();
    this.#listeners.clear();
  }

  // ---------------------------------------------------------------- the engine

  async #open(): Promise<void> {
    let modelText: string;
    try {
      modelText = await this.#materials.modelText();
    } catch {
      this.#tell({ phase: 'failed', busy: false, problems: [tableTexts.unreachable] });
      return;
    }
    if (this.#closing.signal.aborted) return;
    try {
      this.#engine = (this.#materials.engine ?? engineClient)();
      await this.#engine.ask('open', { region: this.#region, modelText });
    } catch (error) {
      if (this.#closing.signal.aborted) return;
      const problems =
        error instanceof TableError && error.problems.length > 0 ? error.problems : [tableTexts.failed];
      this.#tell({ phase: 'failed', busy: false, problems });
      return;
    }
    this.#tell({ phase: 'ready' });
    void this.#askFirst().then(() => this.#askFrozen());
  }

  large(outcomes: readonly string[]): void {
    void this.#quietly('large', { outcomes }).then(() => this.#moved());
  }

  #ready(): EngineClient {
    if (this.#engine === null) throw new TableError([tableTexts.failed]);
    return this.#engine;
  }

  #question(setting: TableSetting, futures: number): TableQuestion {
    return { setting, futures, seed: this.#region.assessment.seed, year: this.#year };
  }

  #countShown(): number {
    return this.#state.answer?.count ?? this.#first;
  }

  /** What is shown now: where we stand, or the setting before for a moment. */
  #shown(): TableSetting {
    return this.#instead?.setting ?? this.#setting();
  }

  /** Keeps an answer that is also what the shared setting says now, over its own futures. */
  #knowFrozen({ setting, year, answer }: Answered): void {
    const { frozen } = this.#state;
    if (frozen === null || (frozen.now ?? null) !== null || frozen.year !== year) return;
    if (answer.count !== frozen.futures || answer.seed !== frozen.seed) return;
    if (sameSetting(setting, frozen.setting)) this.#tell({ frozen: { ...frozen, now: answer } });
  }

  /** On a changed setting: requests the first futures at once, and all of them after a debounce. */
  #moved(): void {
    this.#movedAt = performance.now();
    this.#askingAll?.abort();
    this.#rested = false;
    if (this.#resting !== null) clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#rested = true;
      void this.#askAll();
    }, rest);
    this.#tell({ stale: true, busy: this.#state.phase !== 'failed' });
    void this.#askFirst();
  }

  async #askFirst(): Promise<void> {
    if (this.#askingFirst || this.#state.phase !== 'ready') return;
    this.#askingFirst = true;
    const setting = this.#shown();
    const year = this.#year;
    const movedAt = this.#movedAt;
    try {
      const answer = await this.#ready().ask(
        'answer',
        { question: this.#question(setting, this.#first), lane: 'live' },
        { signal: this.#closing.signal },
      );
      this.#answer({ setting, year, answer }, firstMeasure, movedAt);
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#askingFirst = false;
    }
    if (this.#closing.signal.aborted) return;
    // The newest of what was moved meanwhile; what lies between is not worth asking any more.
    if (year !== this.#year || !sameSetting(setting, this.#shown())) void this.#askFirst();
    else if (this.#rested) void this.#askAll();
  }

  async #askAll(): Promise<void> {
    const setting = this.#shown();
    const year = this.#year;
    const known = this.#answered.get(this.#first);
    if (known === undefined || known.year !== year || !sameSetting(known.setting, setting)) return;
    this.#askingAll?.abort();
    const asking = new AbortController();
    this.#askingAll = asking;
    const movedAt = this.#movedAt;
    try {
      if (this.#all > this.#first) {
        const answer = await this.#ready().ask(
          'answer',
          { question: this.#question(setting, this.#all), lane: 'live' },
          { signal: AbortSignal.any([asking.signal, this.#closing.signal]) },
        );
        this.#answer({ setting, year, answer }, allMeasure, movedAt);
      }
      await this.#askKept();
      if (!asking.signal.aborted) void this.#askEffects();
    } catch (error) {
      if (!asking.signal.aborted) this.#failed(error);
    }
  }

  #answer(answered: Answered, measure: string, movedAt: number | null): void {
    const { setting, year, answer } = answered;
    this.#answered.set(answer.count, answered);
    if (sameSetting(setting, this.#base)) this.#knowBase(year, answer);
    this.#knowFrozen(answered);
    const isShown = year === this.#year && sameSetting(setting, this.#shown());
    // What all futures said of this setting is not overtaken by what fewer say.
    this.#tell({ answer, year, stale: !isShown, busy: !isShown || answer.count < this.#all });
    if (movedAt !== null && isShown) measured(measure, movedAt);
  }

  #failed(error: unknown): void {
    if (this.#closing.signal.aborted) return;
    const problems =
      error instanceof TableError && error.problems.length > 0 ? error.problems : [tableTexts.computing];
    this.#tell({ problems, busy: false });
  }

  #knowBase(year: string | null, answer: TableAnswer): void {
    this.#baseAnswers = new Map([...this.#baseAnswers, [keyOf(year, answer.count), answer]]);
  }

  /** What every lever does alone: computed once, behind everything else, and again only where it was broken off. */
  async #askEffects(): Promise<void> {
    if (this.#state.effects !== null || this.#askingEffects || this.#region.measures.length === 0) return;
    this.#askingEffects = true;
    const question = this.#question(this.#base, this.#first);
    const effects = await this.#quietly('effects', { question });
    this.#askingEffects = false;
    if (effects !== null) this.#tell({ effects });
  }

  /** Computes what is not known yet of the beginning and of kept scenarios, behind everything else. */
  async #askKept(): Promise<void> {
    const year = this.#year;
    for (const futures of new Set([this.#first, this.#all])) {
      const key = keyOf(year, futures);
      if (!this.#baseAnswers.has(key)) {
        const question = this.#question(this.#base, futures);
        const answer = await this.#quietly('answer', { question, lane: 'behind' });
        if (answer === null || year !== this.#year) return;
        this.#knowBase(year, answer);
        this.#tell({});
      }
      for (const { id, setting, answers } of this.#kept) {
        if (answers.has(key)) continue;
        const answer = await this.#quietly('answer', {
          question: this.#question(setting, futures),
          lane: 'behind',
        });
        if (answer === null || year !== this.#year) return;
        this.#kept = this.#kept.map((each) =>
          each.id === id && sameSetting(each.setting, setting)
            ? { ...each, answers: new Map([...each.answers, [key, answer]]) }
            : each,
        );
        this.#tell({});
      }
    }
  }

  /** Best effort: null on failure. */
  async #quietly<T extends TaskName>(task: T, ask: AskOf<T>): Promise<AnswerOf<T> | null> {
    try {
      return await this.#ready().ask(task, ask, { signal: this.#closing.signal });
    } catch {
      return null;
    }
  }

  // ---------------------------------------------------------------- what listeners see

  #tell(change: Partial<TableState>): void {
    const { moves, at } = this.#history;
    const next = { ...this.#state, ...change };
    const key = keyOf(next.year, next.answer?.count ?? 0);
    const kept = this.#kept.map((each) => {
      const face = next.kept.find(({ id }) => id === each.id);
      const answer = each.answers.get(key) ?? null;
      const isSame =
        face !== undefined &&
        face.answer === answer &&
        face.name === each.name &&
        face.description === each.description &&
        face.setting === each.setting;
      return isSame ? face : this.#faceOf(each, key);
    });
    const against = this.#kept.find(({ id }) => id === next.against);
    const comparedWith = against?.setting ?? this.#base;
    const comparedAnswer = (against?.answers ?? this.#baseAnswers).get(key);
    const compared =
      comparedAnswer === undefined
        ? null
        : next.compared?.answer === comparedAnswer && next.compared.setting === comparedWith
          ? next.compared
          : { setting: comparedWith, answer: comparedAnswer };
    const sameKept = kept.length === next.kept.length && kept.every((each, i) => each === next.kept[i]);
    this.#state = {
      ...next,
      looking: this.#looking,
      setting:
        this.#instead?.setting ?? (this.#looking ? next.frozen?.setting : null) ?? settingAt(this.#history),
      moves,
      at,
      canRedo: !this.#looking && canRedo(this.#history),
      kept: sameKept ? next.kept : kept,
      compared,
    };
    for (const listener of this.#listeners) listener();
  }

  #place(): string {
    return `schaalsprong.tafel.${this.#region.id}`;
  }

  /** Writes the work down a little later: a hand that moves makes many changes. */
  #write(): void {
    if (this.#storage === null) return;
    if (this.#writing !== null) clearTimeout(this.#writing);
    this.#writing = setTimeout(() => this.#writeNow(), writeAfter);
  }

  #writeNow(): void {
    if (this.#writing !== null) clearTimeout(this.#writing);
    this.#writing = null;
    try {
      this.#storage?.setItem(this.#place(), this.save());
    } catch {
      // Full, or forbidden: the table works on, and a file can still be saved by hand.
    }
  }
}

/** The storage of this browser; null where it has none, or keeps nothing. */
function browserStorage(): Pick<Storage, 'getItem' | 'setItem'> | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}
