import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emitModule } from '../packages/model/src/emit/wasm/emit.ts';
import { compile } from '../packages/model/src/index.ts';
import { makePlan } from '../packages/model/src/plan/plan.ts';
import { processorMs } from '../scripts/testing/processor-time.ts';
import { type BenchModel, counties, towns, village } from './models.ts';

const region = (): BenchModel => ({
  name: 'the region model',
  text: readFileSync(new URL('../regions/brainport/model/brainport.mdl', import.meta.url), 'utf8'),
  inputs: [],
  outcomes: [],
});

describe.each([village, towns, counties, region])('a model', (make) => {
  const { name, text, inputs, outcomes } = make();

  it(`of ${name} is compiled within a second, to a kernel below 400 kB whatever is asked of it`, () => {
    const times: number[] = [];
    let program = compile(text, { units: 'off' }).program;
    for (let round = 0; round < 3; round++) {
      times.push(
        processorMs(() => {
          ({ program } = compile(text, { units: 'warn' }));
        }),
      );
    }
    const shown = [...program.elements.keys()].filter((e) => program.elements[e]?.hidden !== true);
    const constants = shown.filter((e) => program.elements[e]?.constant === true);
    const named = (names: readonly string[]): number[] =>
      shown.filter((e) => names.includes(program.elements[e]?.name ?? ''));
    expect(named([...inputs, ...outcomes])).toHaveLength(inputs.length + outcomes.length);
    const fewest = Math.min(...times);
    expect(fewest).toBeLessThan(1000);
    for (const [given, asked] of [
      [named(inputs), named(outcomes)],
      [constants, shown],
    ] as const) {
      const plan = makePlan(program, new Set(given), new Set(), asked);
      const size = emitModule(program, plan, 'exact').bytes.length;
      expect(size).toBeLessThan(400_000);
    }
  });
});
