/**
 * What is still unexplored among the sets of groups (Liffiton et al., Fast, flexible MUS enumeration, 2016): sets that
 * contain a minimal set are known to clash, sets inside a maximal one are known to fit, and two groups of one choice
 * are never taken together. `next` gives a set that is none of these and cannot grow.
 *
 * The search keeps its place between questions: clauses are only ever added, so what was left behind stays settled, and
 * the whole enumeration walks one tree.
 */
export class GroupMap {
  readonly #size: number;
  readonly #clauses: { readonly of: readonly number[]; readonly positive: boolean }[] = [];
  /** per clause how many of its literals are true, and how many open */
  readonly #held: number[] = [];
  readonly #open: number[] = [];
  readonly #occurs: number[][];
  /** -1 open, 0 left out, 1 taken */
  readonly #value: Int8Array;
  readonly #trail: { readonly of: number; readonly decision: boolean }[] = [];
  /** clauses that may have one way left, or none */
  readonly #urgent: number[] = [];
  #spent = false;

  /** @param choices per group the number of its choice, -1 for none */
  constructor(choices: readonly number[]) {
    this.#size = choices.length;
    this.#value = new Int8Array(this.#size).fill(-1);
    this.#occurs = choices.map(() => []);
    for (const [a, choice] of choices.entries()) {
      if (choice === -1) continue;
      for (let b = a + 1; b < choices.length; b++) if (choices[b] === choice) this.#add([a, b], false);
    }
  }

  /** Nothing that contains all of these is given any more. */
  blockUp(groups: readonly number[]): void {
    this.#add(groups, false);
  }

  /** Blocks this set and all its subsets. */
  blockDown(groups: Uint8Array): void {
    const outside: number[] = [];
    for (let at = 0; at < this.#size; at++) if (groups[at] !== 1) outside.push(at);
    this.#add(outside, true);
  }

  /** A set that is not blocked and of which every larger one is; null where none is left. */
  next(): Uint8Array | null {
    while (!this.#spent) {
      if (!this.#propagate()) {
        this.#backtrack();
        continue;
      }
      const open = this.#value.indexOf(-1);
      if (open === -1) return this.#grown();
      this.#assign(open, 1, true);
    }
    return null;
  }

  #add(of: readonly number[], positive: boolean): void {
    if (of.length === 0) {
      this.#spent = true;
      return;
    }
    const at = this.#clauses.length;
    this.#clauses.push({ of, positive });
    let held = 0;
    let open = 0;
    for (const group of of) {
      this.#occurs[group]?.push(at);
      const value = this.#value[group];
      if (value === -1) open++;
      else if ((value === 1) === positive) held++;
    }
    this.#held.push(held);
    this.#open.push(open);
    this.#urgent.push(at);
  }

  #assign(group: number, value: 0 | 1, decision: boolean): void {
    this.#value[group] = value;
    this.#trail.push({ of: group, decision });
    this.#count(group, value, 1);
  }

  #count(group: number, value: number, step: 1 | -1): void {
    const clauses = this.#occurs[group] as number[];
    for (let place = 0; place < clauses.length; place++) {
      const at = clauses[place] as number;
      const open = (this.#open[at] as number) - step;
      this.#open[at] = open;
      if ((value === 1) === this.#clauses[at]?.positive) this.#held[at] = (this.#held[at] as number) + step;
      // Taking a step back also leaves clauses with one way: those that were added further on.
      if (open <= 1 && this.#held[at] === 0) this.#urgent.push(at);
    }
  }

  #propagate(): boolean {
    for (let at = this.#urgent.pop(); at !== undefined; at = this.#urgent.pop()) {
      if ((this.#held[at] as number) > 0 || (this.#open[at] as number) > 1) continue;
      const { of, positive } = this.#clauses[at] as { of: readonly number[]; positive: boolean };
      const last = of.find((group) => this.#value[group] === -1);
      if (last === undefined) return false;
      this.#assign(last, positive ? 1 : 0, false);
    }
    return true;
  }

  #backtrack(): void {
    for (let step = this.#trail.pop(); step !== undefined; step = this.#trail.pop()) {
      const value = this.#value[step.of] as number;
      this.#value[step.of] = -1;
      this.#count(step.of, value, -1);
      // Leaving a group out only helps a clause that wants something left out and has nothing yet.
      if (step.decision && this.#wantsOut(step.of)) {
        this.#assign(step.of, 0, false);
        return;
      }
    }
    this.#spent = true;
  }

  #wantsOut(group: number): boolean {
    return (this.#occurs[group] as number[]).some(
      (at) => this.#clauses[at]?.positive === false && this.#held[at] === 0,
    );
  }

  /** Takes in what no clause forbids; clauses that want something taken only gain by it. */
  #grown(): Uint8Array {
    const set = new Uint8Array(this.#size);
    for (let at = 0; at < this.#size; at++) set[at] = this.#value[at] === 1 ? 1 : 0;
    for (let at = 0; at < this.#size; at++) {
      if (set[at] === 1) continue;
      const forbidden = (this.#occurs[at] as number[]).some((place) => {
        const clause = this.#clauses[place];
        return clause?.positive === false && clause.of.every((group) => group === at || set[group] === 1);
      });
      if (!forbidden) set[at] = 1;
    }
    return set;
  }
}
