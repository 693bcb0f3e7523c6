/** A piece of a falling front: from here to there on the axis of the first objective. */
export type Piece = readonly [from: number, to: number];

/**
 * The integral up to `end` of a curve that runs along its pieces and stays level after each until the next begins. This is
 * how far an attainment surface of two objectives reaches.
 *
 * @param pieces in order, the last ending at or before `end`
 * @param curve its value
 * @param antiderivative of the curve
 */
export function integralAlong(
  pieces: readonly Piece[],
  end: number,
  curve: (x: number) => number,
  antiderivative: (x: number) => number,
): number {
  return pieces.reduce((sum, [from, to], i) => {
    const next = pieces[i + 1]?.[0] ?? end;
    return sum + antiderivative(to) - antiderivative(from) + curve(to) * (next - to);
  }, 0);
}

/** The volume of the part of the unit ball in which no coordinate is negative: pi^(M/2) / (2^M Gamma(M/2 + 1)). */
export const ballPart = (dimensions: number): number =>
  dimensions < 2 ? 1 : (ballPart(dimensions - 2) * Math.PI) / (2 * dimensions);

/** The volume of the simplex of which the coordinates add up to at most 1: 1 / M!. */
export const simplexPart = (dimensions: number): number =>
  dimensions < 2 ? 1 : simplexPart(dimensions - 1) / dimensions;
