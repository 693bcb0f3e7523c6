import { at, isEmpty, showInterval, touches } from '@schaalsprong/words';
import { claimInterval } from '../claims/claim-interval.ts';
import type { Item } from '../load/content.ts';
import type { FieldPath } from '../load/yaml.ts';
import { parsePeriod } from '../periods/period.ts';
import type { RegionFile } from '../schema/schema.ts';
import type { Tools } from './checking.ts';
import { findCycles } from './cycles.ts';

/** Depth of a level; -1 for one that the region does not have. */
const levelOf = (region: RegionFile | null, level: string): number =>
  region?.levels.findIndex((l) => l.id === level) ?? -1;

/** tree.yaml */
export function checkTree({ content, region, report, refer, referAll, lines, circles }: Tools): void {
  const nodes = new Map(content.nodes.map((item) => [item.value.id as string, item]));
  const cycles = findCycles(
    new Map(content.nodes.map((item) => [item.value.id as string, item.value.parents])),
  );
  const inCircle = new Set(cycles.flatMap((cycle) => cycle.slice(1).map((to, i) => `${cycle[i]} ${to}`)));
  circles(cycles, (from, to) => {
    const item = nodes.get(from);
    return item?.at(['parents', item.value.parents.map(String).indexOf(to)]);
  });
  for (const item of content.nodes) {
    const node = item.value;
    refer('level', node.level, () => item.at(['level']));
    referAll(item, 'node', 'parents', node.parents);
    referAll(item, 'party', 'owners', node.owners);
    lines(item, node.places);
    const level = levelOf(region, node.level);
    if (region === null || level < 0) continue;
    if (level > 0 && node.parents.length === 0) {
      report('REGION_PARENT_MISSING', item.at(), {
        node: node.id,
        top: at(region.levels, 0).id,
        expected: { nl: 'ten minste een ouder', en: 'at least one parent' },
        found: '',
      });
    }
    node.parents.forEach((parent, i) => {
      const above = nodes.get(parent)?.value;
      if (above === undefined || inCircle.has(`${node.id} ${parent}`)) return;
      const parentLevel = levelOf(region, above.level);
      if (parentLevel < 0 || parentLevel < level) return;
      const higher = region.levels.slice(0, level).map((l) => l.id);
      report('REGION_PARENT_LEVEL_WRONG', item.at(['parents', i]), {
        node: node.id,
        level: node.level,
        parent,
        parentLevel: above.level,
        known: higher.join(', ') || '-',
        expected: higher.join(', '),
        found: above.level,
      });
    });
  }
}

/** targets.yaml */
export function checkTargets({
  content,
  region,
  report,
  refer,
  referAll,
  lines,
  period,
  circles,
}: Tools): void {
  const nodes = new Map(content.nodes.map((item) => [item.value.id as string, item]));
  const indicators = new Map(content.indicators.map((item) => [item.value.id as string, item.value]));
  const outcomes = new Map(content.outcomes.map((item) => [item.value.id as string, item.value]));
  const onLevel = (item: Item<unknown>, path: FieldPath, id: string, level: string): void => {
    const node = nodes.get(id)?.value;
    if (node === undefined || levelOf(region, level) < 0 || node.level === level) return;
    const choices = content.nodes.filter((n) => n.value.level === level).map((n) => n.value.id);
    report('REGION_NODE_LEVEL_WRONG', item.at(path), {
      found: id,
      level: node.level,
      kind: level,
      known: choices.join(', '),
      expected: level,
    });
  };
  const targets = new Map(content.targets.map((item) => [item.value.id as string, item]));
  circles(
    findCycles(new Map([...targets].map(([id, { value }]) => [id, value.partOf ? [value.partOf] : []]))),
    (from) => targets.get(from)?.at(['partOf']),
  );
  for (const item of content.targets) {
    const target = item.value;
    refer('node', target.pillar, () => item.at(['pillar']));
    onLevel(item, ['pillar'], target.pillar, 'pillar');
    referAll(item, 'node', 'ambitions', target.ambitions);
    target.ambitions.forEach((id, i) => {
      onLevel(item, ['ambitions', i], id, 'ambition');
    });
    refer('node', target.challenge, () => item.at(['challenge']));
    onLevel(item, ['challenge'], target.challenge, 'challenge');
    referAll(item, 'node', 'challenges', target.challenges);
    refer('indicator', target.indicator, () => item.at(['indicator']));
    refer('area', target.area, () => item.at(['area']));
    refer('unit', target.unit, () => item.at(['unit']));
    referAll(item, 'claim', 'claims', target.claims);
    lines(item, target.places);
    period(() => item.at(['horizon']), target.horizon);
    period(() => item.at(['baseline', 'period']), target.baseline?.period);
    if (target.outcome !== null) refer('outcome', target.outcome, () => item.at(['outcome']));
    if (target.partOf !== undefined) refer('target', target.partOf, () => item.at(['partOf']));
    const end = parsePeriod(target.horizon)?.end;
    if (region !== null && target.outcome !== null && end !== undefined) {
      const { start, stop } = region.model;
      if (end < start || end > stop) {
        report('REGION_HORIZON_BEYOND_MODEL', item.at(['horizon']), {
          target: target.id,
          expected: { nl: `${start} tot ${stop}`, en: `${start} to ${stop}` },
          found: target.horizon,
        });
      }
    }
    if (target.outcome === null && target.notModelled === null) {
      report('REGION_TARGET_OUTCOME_OR_REASON', item.at(['outcome']), {
        target: target.id,
        expected: 'outcome / notModelled',
        found: 'null, null',
      });
    }
    if (target.outcome !== null && target.notModelled !== null) {
      report('REGION_TARGET_OUTCOME_AND_REASON', item.at(['notModelled']), {
        target: target.id,
        expected: 'outcome / notModelled',
        found: target.outcome,
      });
    }
    if ((target.valueIs === 'assumed' || target.value === null) && target.valueReason === undefined) {
      report('REGION_TARGET_REASON_MISSING', item.at(['valueIs']), {
        target: target.id,
        expected: 'valueReason',
        found: '',
      });
    }
    const outcome = target.outcome === null ? undefined : outcomes.get(target.outcome);
    for (const other of [indicators.get(target.indicator), outcome]) {
      if (other === undefined || other.unit === target.unit) continue;
      report('REGION_UNIT_DIFFERS', item.at(['unit']), {
        target: target.id,
        other: other.id,
        found: target.unit,
        expected: other.unit,
      });
    }
  }
}

/** claims/*.yaml */
export function checkClaims({ content, region, report, refer, referAll, lines, period }: Tools): void {
  for (const item of content.claims) {
    const claim = item.value;
    refer('qualifier', claim.qualifier, () => item.at(['qualifier']));
    refer('unit', claim.unit, () => item.at(['unit']));
    refer('entity', claim.entity, () => item.at(['entity']));
    referAll(item, 'target', 'targets', claim.targets);
    referAll(item, 'node', 'nodes', claim.nodes);
    lines(item, claim.places);
    period(() => item.at(['period']), claim.period);
    period(() => item.at(['horizon']), claim.horizon);
    if (Array.isArray(claim.figure) && claim.figure.length !== claim.places.length) {
      report('REGION_FIGURES_PER_PLACE', item.at(['figure']), {
        claim: claim.id,
        expected: String(claim.places.length),
        found: String(claim.figure.length),
      });
    }
    const interval = region === null ? null : claimInterval(claim, region.qualifiers);
    if (interval === null) continue;
    const where = () => item.at(claim.interval === undefined ? ['qualifier'] : ['interval']);
    const found = showInterval(interval);
    if (isEmpty(interval)) {
      report('REGION_CLAIM_INTERVAL_EMPTY', where(), {
        claim: claim.id,
        qualifier: claim.qualifier,
        expected: { nl: 'min kleiner dan max', en: 'min below max' },
        found,
      });
    } else if (!touches(interval, claim.value)) {
      report('REGION_CLAIM_VALUE_OUTSIDE', where(), {
        claim: claim.id,
        value: claim.value,
        expected: found,
        found,
      });
    }
  }
}
