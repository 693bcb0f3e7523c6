import { compile, ModelError, type ModelProblem, type Program } from '@schaalsprong/model';
import {
  type CausalGraph,
  type CausalLink,
  type CausalLoop,
  type CausalLoops,
  causalGraph,
} from '@schaalsprong/model/graph';

/** A model text, read: what it holds and who acts on whom in it. Plain data, so that a worker can hand it over. */
export interface Reading {
  readonly program: Program;
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
  | { readonly kind: 'loops'; readonly variable: string };

/** Its answer: to `open` a reading, to `loops` the loops. */
export type Answer =
  | { readonly kind: 'reading'; readonly reading: Reading }
  | { readonly kind: 'loops'; readonly loops: CausalLoops }
  | { readonly kind: 'problems'; readonly problems: readonly ModelProblem[] };

/** What the worker does, apart from its post box. It remembers the model that was opened last. */
export function makeReader(): (question: Question) => Answer {
  let graph: CausalGraph | null = null;
  return (question) => {
    if (question.kind === 'loops') {
      return { kind: 'loops', loops: graph?.loopsThrough(question.variable) ?? { loops: [], more: false } };
    }
    try {
      const { program } = compile(question.text, { file: question.file, units: question.units });
      graph = causalGraph(program);
      return {
        kind: 'reading',
        reading: { program, links: graph.links, stockLoops: graph.stockLoops() },
      };
    } catch (error) {
      if (error instanceof ModelError) return { kind: 'problems', problems: error.problems };
      throw error;
    }
  };
}
