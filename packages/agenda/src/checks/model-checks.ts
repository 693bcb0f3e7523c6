import { distributionFault } from '@schaalsprong/words';
import type { Item } from '../load/content.ts';
import type { FieldPath } from '../load/yaml.ts';
import { parsePeriod } from '../periods/period.ts';
import type { Place } from '../problems/problems.ts';
import type { Measure } from '../schema/schema.ts';
import { short, type Tools } from './checking.ts';

/** measures.yaml and model/uncertainties.yaml: what sets a constant of the model from outside, each its own. */
export function checkInputs({ content, report, unknownId, refer, referAll, lines }: Tools): void {
  const constants = new Map<string, { id: string; place: Place }>();
  const setsConstant = (item: Item<{ readonly id: string }>, variable: string, path: FieldPath): void => {
    // Vensim takes capitals, blanks and underscores in names as the same.
    const name = variable.toLowerCase().replaceAll('_', ' ').replace(/\s+/g, ' ').trim();
    const before = constants.get(name);
    if (before === undefined) {
      constants.set(name, { id: item.value.id, place: item.at(path) });
      return;
    }
    report('REGION_CONSTANT_TWICE', item.at(path), {
      expected: { nl: 'een eigen constante', en: 'a constant of its own' },
      found: variable,
      other: before.id,
      first: short(before.place),
    });
  };
  for (const item of content.measures) {
    const { nodes: served, owner, partners, places, cost, lever, timing } = item.value;
    referAll(item, 'node', 'nodes', served);
    refer('party', owner, () => item.at(['owner']));
    referAll(item, 'party', 'partners', partners);
    lines(item, places);
    if (cost !== null) {
      refer('unit', cost.unit, () => item.at(['cost', 'unit']));
      cost.payers.forEach((id, i) => {
        refer('party', id, () => item.at(['cost', 'payers', i]));
      });
    }
    refer('unit', lever.unit, () => item.at(['lever', 'unit']));
    lever.agreedBy.forEach((id, i) => {
      refer('agreement', id, () => item.at(['lever', 'agreedBy', i]));
    });
    setsConstant(item, lever.variable, ['lever', 'variable']);
    if (timing !== null) {
      refer('unit', timing.unit, () => item.at(['timing', 'unit']));
      setsConstant(item, timing.variable, ['timing', 'variable']);
      if (timing.min === timing.max) {
        report('REGION_RANGE_EMPTY', item.at(['timing', 'min']), {
          expected: { nl: 'ten minste een jaar eerder of later', en: 'at least one year earlier or later' },
          found: `${timing.min} .. ${timing.max}`,
        });
      }
    }
    if (lever.min > lever.max) {
      report('REGION_RANGE_EMPTY', item.at(['lever', 'min']), {
        expected: { nl: 'min niet boven max', en: 'min not above max' },
        found: `${lever.min} .. ${lever.max}`,
      });
      continue;
    }
    for (const [name, value] of Object.entries(lever.positions)) {
      if (value >= lever.min && value <= lever.max) continue;
      report('REGION_OUTSIDE_RANGE', item.at(['lever', 'positions', name]), {
        name,
        expected: `${lever.min} .. ${lever.max}`,
        found: String(value),
      });
    }
  }
  for (const item of content.uncertainties) {
    const { unit, distribution, variable } = item.value;
    refer('unit', unit, () => item.at(['unit']));
    const fault = distributionFault(distribution);
    if (fault !== null) report('REGION_RANGE_EMPTY', item.at(['distribution']), fault);
    setsConstant(item, variable, ['variable']);
    const viewpoints = content.table?.value.viewpoints.map((viewpoint) => viewpoint.id) ?? [];
    item.value.views.forEach(({ by, distribution: theirs }, i) => {
      if (!viewpoints.includes(by)) unknownId('viewpoint', by, item.at(['views', i, 'by']), viewpoints);
      const wrong = distributionFault(theirs);
      if (wrong !== null) report('REGION_RANGE_EMPTY', item.at(['views', i, 'distribution']), wrong);
    });
  }
}

/** table.yaml: what it names exists, and a relief shifts by something. */
export function checkTable({ content, report, refer, once, period }: Tools): void {
  const item = content.table;
  if (item === null) return;
  const { outcomes, years, budgets, rules, balance, relief, viewpoints } = item.value;
  years.forEach((year, i) => {
    period(() => item.at(['years', i]), year);
    const end = parsePeriod(year)?.end;
    const model = content.region?.value.model;
    if (model !== undefined && end !== undefined && (end < model.start || end > model.stop)) {
      report('REGION_HORIZON_BEYOND_MODEL', item.at(['years', i]), {
        target: 'table.yaml',
        expected: { nl: `${model.start} tot ${model.stop}`, en: `${model.start} to ${model.stop}` },
        found: year,
      });
    }
  });
  const named = (list: 'budgets' | 'balance' | 'viewpoints', ids: readonly { readonly id: string }[]) =>
    ids.map(({ id }, i) => ({ id, at: () => item.at([list, i, 'id']) }));
  once('budget', named('budgets', budgets));
  once('theme', named('balance', balance));
  once('viewpoint', named('viewpoints', viewpoints));
  outcomes.forEach((id, i) => {
    refer('outcome', id, () => item.at(['outcomes', i]));
  });
  budgets.forEach(({ unit, measures }, i) => {
    refer('unit', unit, () => item.at(['budgets', i, 'unit']));
    measures.forEach(({ measure }, j) => {
      refer('measure', measure, () => item.at(['budgets', i, 'measures', j, 'measure']));
    });
  });
  rules.forEach(({ measure, other }, i) => {
    refer('measure', measure, () => item.at(['rules', i, 'measure']));
    refer('measure', other, () => item.at(['rules', i, 'other']));
  });
  balance.forEach(({ unit }, i) => {
    refer('unit', unit, () => item.at(['balance', i, 'unit']));
  });
  viewpoints.forEach(({ party }, i) => {
    if (party !== null) refer('party', party, () => item.at(['viewpoints', i, 'party']));
  });
  relief.forEach(({ constraint, add, times }, i) => {
    refer('constraint', constraint, () => item.at(['relief', i, 'constraint']));
    if ((add === undefined) === (times === undefined)) {
      report('REGION_RANGE_EMPTY', item.at(['relief', i]), {
        expected: { nl: 'add of times, een van de twee', en: 'add or times, one of the two' },
        found: add === undefined ? '-' : 'add, times',
      });
    }
  });
}

/** model/constraints.yaml, model/outcomes.yaml, model/history.yaml, model/back-test.yaml */
export function checkModelFiles({ content, report, refer, referAll, period, unknownId }: Tools): void {
  for (const item of content.constraints) {
    refer('unit', item.value.unit, () => item.at(['unit']));
    referAll(item, 'party', 'owners', item.value.owners);
    referAll(item, 'node', 'nodes', item.value.nodes);
  }
  for (const item of content.outcomes) {
    const { unit, limitUnit, area } = item.value;
    refer('unit', unit, () => item.at(['unit']));
    if (limitUnit !== null) refer('unit', limitUnit, () => item.at(['limitUnit']));
    if (area !== undefined) refer('area', area, () => item.at(['area']));
    item.value.limits.forEach(({ constraint }, i) => {
      refer('constraint', constraint, () => item.at(['limits', i, 'constraint']));
    });
  }
  for (const item of content.history) {
    const { observed, points, id } = item.value;
    if ((observed === undefined) === (points === undefined)) {
      report('REGION_HISTORY_WITHOUT_POINTS', item.at(), {
        check: id,
        expected: 'observed / points',
        found: observed === undefined ? '' : 'observed, points',
      });
    }
    if (observed !== undefined) {
      refer('series', observed.series, () => item.at(['observed', 'series']));
      refer('area', observed.area, () => item.at(['observed', 'area']));
    }
  }
  const backTest = content.backTest;
  if (backTest === null) return;
  const { origins, scenario, follows, refit, compare } = backTest.value;
  origins.forEach((origin, i) => {
    period(() => backTest.at(['origins', i]), origin);
  });
  refer('scenario', scenario, () => backTest.at(['scenario']));
  for (const [list, entries] of Object.entries({ follows, compare })) {
    entries.forEach(({ indicator, area }, i) => {
      refer('indicator', indicator, () => backTest.at([list, i, 'indicator']));
      refer('area', area, () => backTest.at([list, i, 'area']));
    });
  }
  const followed = follows.map(({ variable }) => variable);
  refit.forEach(({ until }, i) => {
    if (!followed.includes(until)) unknownId('followed', until, backTest.at(['refit', i, 'until']), followed);
  });
}

/** scenarios/*.yaml */
export function checkScenarios({ content, report, unknownId, refer }: Tools): void {
  const measures = new Map(content.measures.map((item) => [item.value.id as string, item.value]));
  const position = (name: string, lever: Measure['lever'], place: () => Place): void => {
    if (Object.hasOwn(lever.positions, name)) return;
    unknownId('position', name, place(), Object.keys(lever.positions));
  };
  for (const item of content.scenarios) {
    const { base, levers, assumptions, timings } = item.value;
    for (const [id, value] of Object.entries(levers)) {
      refer('measure', id, () => item.at(['levers', id], true));
      const lever = measures.get(id)?.lever;
      if (lever === undefined) continue;
      if (typeof value === 'string') position(value, lever, () => item.at(['levers', id]));
      else if (value < lever.min || value > lever.max) {
        report('REGION_OUTSIDE_RANGE', item.at(['levers', id]), {
          name: id,
          expected: `${lever.min} .. ${lever.max}`,
          found: String(value),
        });
      }
    }
    const others = [...measures.values()].filter((m) => !Object.hasOwn(levers, m.id));
    const without = others.find((m) => !Object.hasOwn(m.lever.positions, base));
    if (without !== undefined) position(base, without.lever, () => item.at(['base']));
    for (const id of Object.keys(assumptions)) {
      refer('uncertainty', id, () => item.at(['assumptions', id], true));
    }
    for (const [id, years] of Object.entries(timings)) {
      const measure = measures.get(id);
      refer('measure', id, () => item.at(['timings', id], true));
      if (measure === undefined) continue;
      const { timing } = measure;
      if (timing === null)
        report('REGION_WITHOUT_TIMING', item.at(['timings', id]), {
          expected: { nl: 'een maatregel met een timing', en: 'a measure with a timing' },
          found: id,
        });
      else if (years < timing.min || years > timing.max) {
        report('REGION_OUTSIDE_RANGE', item.at(['timings', id]), {
          name: id,
          expected: `${timing.min} .. ${timing.max}`,
          found: String(years),
        });
      }
    }
  }
}
