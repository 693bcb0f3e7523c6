import type { ExactIndices, Sensitivity } from '@schaalsprong/methods/sensitivity';
import type { Text } from '@schaalsprong/words';

/** Where the runs came from, for who wants to make them again. */
export type Source =
  | { readonly kind: 'function'; readonly name: string; readonly published: string }
  | {
      readonly kind: 'model';
      readonly file: string;
      readonly model: string;
      /** Hash of what is uncertain. */
      readonly uncertain: string | null;
      readonly region: string | null;
      readonly scenario: string | null;
      readonly set: Readonly<Record<string, number>>;
      readonly time: number | null;
      readonly unit: string | null;
    }
  | {
      readonly kind: 'sample';
      readonly file: string;
      /** The time at which outcomes over time were read, where one was asked. */
      readonly at?: number;
      readonly hash: string;
      readonly rows: number;
    };

/** An answer with what is needed to tell it. */
export interface Answered {
  readonly source: Source;
  readonly result: Sensitivity;
  /** In the order of the inputs; of a test function only. */
  readonly exact: ExactIndices | null;
  /** Titles of the outcome and of inputs that have one. */
  readonly titles: Readonly<Record<string, Text>>;
}
