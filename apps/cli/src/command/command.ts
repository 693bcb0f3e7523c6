import type { Lang, Text } from '@schaalsprong/words';
import type { Fault } from '../problems/messages.ts';
import type { Exit } from './exit.ts';
import type { Surroundings } from './surroundings.ts';

interface OptionHelp {
  /** what it does, one line */
  readonly help: Text;
  /** the fault that a command without this option answers with, where more is to be said than that it lacks it */
  readonly elsewhere?: Fault;
}
/** An option that is there or not. */
interface Flag extends OptionHelp {
  readonly type: 'flag';
}
interface Valued extends OptionHelp {
  /** how the help names the value: `FILE` */
  readonly value: Text | string;
  /** what holds without the option, for the help; a number is also what `count` and `number` return */
  readonly default?: Text | string | number;
  /** whether it may be given more than once, or with commas */
  readonly repeated?: boolean;
}
/** Any text; the command parses it. */
interface TextOption extends Valued {
  readonly type: 'text';
}
/** A whole number (`count`) or a number with a point or an exponent, from `min` to `max` inclusive. */
interface NumberOption extends Valued {
  readonly type: 'count' | 'number';
  readonly min: number;
  readonly max: number;
}
/** One of a few words. */
interface ChoiceOption extends Omit<Valued, 'value'> {
  readonly type: 'choice';
  readonly known: readonly string[];
}
/** One option, declared once: the parser, the help and the types of `Given` all follow from it. */
export type Option = Flag | TextOption | NumberOption | ChoiceOption;
export type Options = Readonly<Record<string, Option>>;

type Name<O> = keyof O & string;
type Named<O, T> = { [N in Name<O>]: O[N] extends { readonly type: T } ? N : never }[Name<O>];
type NumberOf<D> = D extends { readonly default: number } ? number : number | null;
type ChoiceOf<D> = D extends { readonly known: readonly (infer W)[] } ? W : never;
type Values = Readonly<Record<string, string | number>>;

/** The words after a command, by the options that it declares. Methods throw `UsageError` for a value that does not fit. */
export interface Given<O extends Options = Options> {
  readonly lang: Lang;
  /** words that are no option */
  readonly rest: readonly string[];
  /** the last value of an option, `true` for a flag; null where it is not given */
  value(name: Name<O>): string | null;
  /** every value of an option that may be repeated, as it was typed */
  all(name: Name<O>): readonly string[];
  /** every value of an option that may be repeated, split at commas outside quotes and brackets */
  names(name: Name<O>): readonly string[];
  count<N extends Named<O, 'count'>>(name: N): NumberOf<O[N]>;
  number<N extends Named<O, 'number'>>(name: N): NumberOf<O[N]>;
  oneOf<N extends Named<O, 'choice'>>(name: N): ChoiceOf<O[N]> | null;
  /** the value as one of `known`, for words that are known only when the command runs */
  among<const T extends string>(name: Name<O>, value: string, known: readonly T[]): T;
  /** which of these options is given, of which there may be one */
  atMostOne<const T extends Name<O>>(names: readonly T[]): T | null;
  /** @throws UsageError that says what is wrong, and what may have been meant */
  wrong(key: Fault, values?: Values, near?: readonly string[]): never;
}

/** A command of the program. A new one is a folder in `commands/` and a line in `commands.ts`. */
export interface Command<O extends Options = Options> {
  readonly name: string;
  /** one line for the list of commands */
  readonly summary: Text;
  /** the words after the name, as the help shows them: `[FOLDER]` */
  readonly words?: Text | string;
  /** how many words it takes at most */
  readonly most: number;
  /** more about the words or the environment, below the usage */
  readonly about?: Text;
  readonly options: O;
  /** command lines without the name of the program */
  readonly examples: readonly string[];
  /** Runs it. The implementation is imported only then: `audit` need not wait for the compiler of models. */
  run(given: Given<O>, world: Surroundings): Promise<Exit>;
}

/** A command of which the implementation sees the options that it declares, and no others. */
export const defineCommand = <const O extends Options>(command: Command<O>): Command<O> => command;
