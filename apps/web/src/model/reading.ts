import { compile, ModelError, type ModelProblem, type Program } from '@schaalsprong/model';
import {
  type CausalGraph,
  type CausalLink,
  type CausalLoop,
  type CausalLoops,
  causalGraph,
} from '@schaalsprong/model/graph';

/** A model text, read. Plain data, so that a worker can hand it over. */
export interface OpenedModel {
  readonly program: Program;
}

/** Who acts on whom in a model. Measured by runs, which in a large model take longer than to read it. */
export interface Links {
  readonly links: readonly CausalLink[];
  readonly stockLoops: readonly CausalLoop[];
}

/** A question to the worker that reads models. */
export type Question =
  | {
      readonly kind: 'open';
      readonly text: string;
      readonly file: string;
      readonly units: 'fail' | 'warn';
    }
  | { readonly kind: 'links' }
  | { readonly kind: 'loops'; readonly variable: string };

/** Its answer: to `open` a reading or what is wrong, to `links` the links, to `loops` the loops. */
export type Answer =
  | { readonly kind: 'reading'; readonly reading: OpenedModel }
  | { readonly kind: 'links'; readonly links: Links }
  | { readonly kind: 'loops'; readonly loops: CausalLoops }
  | { readonly kind: 'problems'; readonly problems: readonly ModelProblem[] };

/** Message handler of the worker, independent of `postMessage`. Caches the model that was opened last. */
export function makeReader(): (question: Question) => Answer {
  let opened: Program | null = null;
  let measured: CausalGraph | null = null;
  const graph = (): CausalGraph => {
    if (opened === null) throw new Error('a question before a model was opened');
    measured ??= causalGraph(opened);
    return measured;
  };
  return (question) => {
    if (question.kind === 'links') {
      return { kind: 'links', links: { links: graph().links, stockLoops: graph().stockLoops() } };
    }
    if (question.kind === 'loops') {
      return { kind: 'loops', loops: graph().loopsThrough(question.variable) };
    }
    try {
      const { program } = compile(question.text, { file: question.file, units: question.units });
      opened = program;
      measured = null;
      return { kind: 'reading', reading: { program } };
    } catch (error) {
      if (error instanceof ModelError) return { kind: 'problems', problems: error.problems };
      throw error;
    }
  };
}
