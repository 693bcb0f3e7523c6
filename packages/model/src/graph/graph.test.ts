import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastMs } from '../../test/growth.ts';
import { compile } from '../compile.ts';
import { causalGraph } from './index.ts';
import { components, cyclesThrough, type Edges } from './loops.ts';

const settings = `
INITIAL TIME = 0 ~ Year ~ |
FINAL TIME = 10 ~ Year ~ |
TIME STEP = 0.25 ~ Year ~ |
SAVEPER = 1 ~ Year ~ |`;

const graphOf = (text: string) => causalGraph(compile(text + settings, { units: 'off' }).program);

const births = `
people = INTEG(born - died, 100) ~ ~ |
born = people * birth rate ~ ~ |
died = people / lifetime ~ ~ |
birth rate = 0.03 ~ ~ |
lifetime = 70 ~ ~ |`;

describe('the causal graph of a model', () => {
  it('tells the loop of births from that of deaths', () => {
    const { loops, more } = graphOf(births).loopsThrough('people');
    expect(more).toBe(false);
    expect(loops).toEqual([
      { variables: ['people', 'born'], kind: 'reinforcing' },
      { variables: ['people', 'died'], kind: 'balancing' },
    ]);
  });

  it('gives every link its sign', () => {
    const graph = graphOf(births);
    expect(graph.causes('died')).toEqual([
      { from: 'lifetime', to: 'died', polarity: '-' },
      { from: 'people', to: 'died', polarity: '+' },
    ]);
    expect(graph.effects('born')).toEqual([{ from: 'born', to: 'people', polarity: '+' }]);
  });

  it('counts what a stock starts from as acting on it', () => {
    const graph = graphOf(
      'level = INTEG(flow, 2 * full - empty) ~ ~ | flow = 1 ~ ~ | full = 3 ~ ~ | empty = 1 ~ ~ |',
    );
    expect(
      graph
        .causes('level')
        .map(({ from, polarity }) => `${from} ${polarity}`)
        .sort(),
    ).toEqual(['empty -', 'flow +', 'full +']);
  });

  it('passes through the stocks that a delay hides', () => {
    const graph = graphOf(`
heat = INTEG(warming, 10) ~ ~ |
warming = (20 - felt) / 2 ~ ~ |
felt = SMOOTH3(heat, 1) ~ ~ |`);
    expect(graph.loopsThrough('heat').loops).toEqual([
      { variables: ['heat', 'felt', 'warming'], kind: 'balancing' },
    ]);
  });

  it('says that a sign changes where it does', () => {
    // The hump of x * (10 - x): more x gives more below 5 and less above.
    const graph = graphOf(`hump = x * (10 - x) ~ ~ | x = Time ~ ~ |`);
    expect(graph.causes('hump')).toEqual([{ from: 'x', to: 'hump', polarity: 'changes' }]);
  });

  it('says that nothing passes where a limit never binds', () => {
    const graph = graphOf(`sold = MIN(asked, limit) ~ ~ | asked = 5 ~ ~ | limit = 100 ~ ~ |`);
    expect(graph.causes('sold')).toEqual([
      { from: 'asked', to: 'sold', polarity: '+' },
      { from: 'limit', to: 'sold', polarity: 'none' },
    ]);
  });

  it('knows the shortest loop of every stock once', () => {
    expect(graphOf(births).stockLoops()).toEqual([{ variables: ['people', 'born'], kind: 'reinforcing' }]);
    expect(graphOf(births).components).toEqual([['people', 'born', 'died']]);
  });

  it('knows nothing of a name that is not there', () => {
    const graph = graphOf(births);
    expect(graph.loopsThrough('ghosts')).toEqual({ loops: [], more: false });
    expect(graph.causes('ghosts')).toEqual([]);
  });
});

const anyEdges: fc.Arbitrary<Edges> = fc.integer({ min: 1, max: 7 }).chain((n) =>
  fc.array(fc.uniqueArray(fc.integer({ min: 0, max: n - 1 }), { maxLength: 4 }), {
    minLength: n,
    maxLength: n,
  }),
);

/** Every simple cycle through node 0, by trying every path. */
function allCycles(edges: Edges): string[] {
  const found: string[] = [];
  const walk = (path: readonly number[]): void => {
    for (const next of edges[path.at(-1) ?? 0] ?? []) {
      if (next === 0) found.push(path.join());
      else if (!path.includes(next)) walk([...path, next]);
    }
  };
  walk([0]);
  return found.sort();
}

describe('finding cycles', () => {
  it('finds just those that trying every path finds', () => {
    fc.assert(
      fc.property(anyEdges, (edges) => {
        const { cycles, more } = cyclesThrough(0, edges, 100_000);
        expect(more).toBe(false);
        expect(cycles.map((c) => c.join()).sort()).toEqual(allCycles(edges));
      }),
    );
  });

  it('gives short ones first, and says when there are more', () => {
    fc.assert(
      fc.property(anyEdges, fc.integer({ min: 1, max: 3 }), (edges, most) => {
        const { cycles, more } = cyclesThrough(0, edges, most);
        const all = allCycles(edges);
        expect(more).toBe(all.length > most);
        const lengths = all.map((c) => c.split(',').length).sort((a, b) => a - b);
        expect(cycles.map((c) => c.length)).toEqual(lengths.slice(0, most));
      }),
    );
  });

  it('joins nodes in a component exactly when each leads to the other', () => {
    fc.assert(
      fc.property(anyEdges, (edges) => {
        const reach = (from: number): Set<number> => {
          const seen = new Set([from]);
          for (const node of seen) for (const next of edges[node] ?? []) seen.add(next);
          return seen;
        };
        const component = components(edges);
        edges.forEach((_, a) => {
          edges.forEach((_, b) => {
            expect(component[a] === component[b]).toBe(reach(a).has(b) && reach(b).has(a));
          });
        });
      }),
    );
  });

  it('stops after its effort on a graph with too many', () => {
    const full: Edges = Array.from({ length: 30 }, (_, i) =>
      Array.from({ length: 30 }, (_, j) => j).filter((j) => j !== i),
    );
    // Johnson's algorithm on 30 nodes that are all connected would take longer than there is time.
    expect(leastMs(() => expect(cyclesThrough(0, full, 1_000_000).more).toBe(true))).toBeLessThan(5_000);
  });
});
