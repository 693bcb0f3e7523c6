/** Everything that a figure can be, as the observations and the statistics say it. */
export type DotStatus = 'observed' | 'provisional' | 'revised' | 'final' | 'derived' | 'expected';

/** One figure: full where it is measured, hollow where it may still change, a square where it was derived, a diamond where it is only expected. */
export function Dot({ status, x, y }: { status: DotStatus; x: number; y: number }) {
  if (status === 'derived')
    return <rect className="dot dot--derived" x={x - 3.2} y={y - 3.2} width="6.4" height="6.4" />;
  if (status === 'expected')
    return (
      <path
        className="dot dot--expected"
        d={`M${x} ${y - 4.6}L${x + 4.6} ${y}L${x} ${y + 4.6}L${x - 4.6} ${y}Z`}
      />
    );
  return <circle className={`dot dot--${status}`} cx={x} cy={y} r="3.6" />;
}
