import type { Fan } from '@schaalsprong/chart';
import type { Outcome, PictureFile, Target } from '@schaalsprong/wire';
import { endOf } from '../lib/time.ts';

type Block = PictureFile['blocks'][number];
type Arrow = PictureFile['arrows'][number];

/** What is known of one target, of the server's standing or of the policy table. */
export interface TargetFacts {
  readonly met: { readonly count: number; readonly of: number } | null;
  readonly binding: readonly { readonly constraint: string; readonly share: number }[];
}

/** Where the picture gets its numbers. */
export interface PictureFacts {
  readonly fan: (outcome: string) => Fan | null;
  readonly target: (id: string) => TargetFacts | null;
}

/** A block with its numbers. */
export interface BlockFacts {
  readonly block: Block;
  readonly fan: Fan | null;
  /** the target that the outcome of the block answers; null where none does */
  readonly target: Target | null;
  readonly met: TargetFacts['met'];
  readonly goal: { readonly value: number; readonly horizon: number } | null;
  /** what comes from the block itself; null where nothing is known, or where the outcome has one limit alone */
  readonly own: number | null;
  /** constraints of the outcome with their share, the most first; empty where the outcome has one limit alone */
  readonly limits: TargetFacts['binding'];
}

/** An influence with the part of what holds its head back that comes along it; null where that is not known or no finding. */
export interface ArrowFacts {
  readonly arrow: Arrow;
  readonly share: number | null;
}

/** What the picture is made of: the content and the numbers of now. */
export interface PictureNumbers {
  readonly blocks: readonly BlockFacts[];
  readonly arrows: readonly ArrowFacts[];
}

interface Content {
  readonly picture: PictureFile;
  readonly targets: readonly Target[];
  readonly outcomeById: ReadonlyMap<string, Outcome>;
}

const sumOf = (constraints: readonly string[], binding: TargetFacts['binding']): number =>
  binding.reduce((sum, { constraint, share }) => (constraints.includes(constraint) ? sum + share : sum), 0);

/** The target behind a block: that of its door where that asks for its outcome, else the first that does. */
function targetOf({ door, outcome }: Block, targets: readonly Target[]): Target | null {
  const asking = targets.filter((target) => target.outcome === outcome && outcome !== null);
  return asking.find(({ id }) => door.to === 'target' && door.id === id) ?? asking[0] ?? null;
}

/**
 * The numbers of the drawn picture. A share stands only where the outcome has two limits or more: with one alone it is all of it by
 * definition, which is no finding.
 */
export function pictureNumbers(
  { picture, targets, outcomeById }: Content,
  facts: PictureFacts,
): PictureNumbers {
  const blocks = picture.blocks.map((block): BlockFacts => {
    const target = targetOf(block, targets);
    const found = target === null ? null : facts.target(target.id);
    const horizon = target === null ? null : endOf(target.horizon);
    const limits = block.outcome === null ? [] : (outcomeById.get(block.outcome)?.limits ?? []);
    const graded = found !== null && limits.length > 1 ? found.binding : [];
    return {
      block,
      fan: block.outcome === null ? null : facts.fan(block.outcome),
      target,
      met: found?.met ?? null,
      goal: target?.value == null || horizon === null ? null : { value: target.value, horizon },
      own: graded.length === 0 ? null : sumOf(block.own, graded),
      limits: [...graded].sort((a, b) => b.share - a.share),
    };
  });
  const byId = new Map(blocks.map((facts) => [facts.block.id as string, facts]));
  return {
    blocks,
    arrows: picture.arrows.map((arrow) => {
      const binding = byId.get(arrow.to)?.limits ?? [];
      const graded = binding.length > 0 && arrow.limits.length > 0;
      return { arrow, share: graded ? sumOf(arrow.limits, binding) : null };
    }),
  };
}

/** From what part on an influence is said to hold back. */
const worthSaying = 0.1;

/** A block that holds others back, with those and the part that comes from it, the largest first. */
export interface WorksThrough {
  readonly from: string;
  readonly on: readonly { readonly to: string; readonly share: number }[];
}

/**
 * The block that brings a tenth or more of what holds back the most other blocks; of equal numbers the one that brings more in sum.
 * Null where none does.
 */
export function worksThroughMost({ blocks, arrows }: PictureNumbers): WorksThrough | null {
  const all = blocks.map(({ block }): WorksThrough & { readonly sum: number } => {
    const on = arrows
      .flatMap(({ arrow, share }) =>
        arrow.from === block.id && share !== null && share >= worthSaying ? [{ to: arrow.to, share }] : [],
      )
      .sort((a, b) => b.share - a.share);
    return { from: block.id, on, sum: on.reduce((sum, { share }) => sum + share, 0) };
  });
  const [first] = all.sort((a, b) => b.on.length - a.on.length || b.sum - a.sum);
  return first === undefined || first.on.length === 0 ? null : { from: first.from, on: first.on };
}

/** Path of the page behind a block. */
export const doorOf = ({ door }: Block): string =>
  `/${{ target: 'doelen', challenge: 'opgaven', indicator: 'monitor' }[door.to]}/${door.id}`;
