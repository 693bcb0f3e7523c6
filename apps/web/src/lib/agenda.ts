import type {
  AgendaResponse,
  Agreement,
  ApiNode,
  ApiPage,
  Constraint,
  Entry,
  Indicator,
  Measure,
  Outcome,
  Party,
  Target,
} from '@schaalsprong/wire';

/** The agenda with everything findable by id. */
export interface Agenda extends AgendaResponse {
  readonly nodeById: ReadonlyMap<string, ApiNode>;
  readonly targetById: ReadonlyMap<string, Target>;
  readonly measureById: ReadonlyMap<string, Measure>;
  readonly constraintById: ReadonlyMap<string, Constraint>;
  readonly partyById: ReadonlyMap<string, Party>;
  readonly indicatorById: ReadonlyMap<string, Indicator>;
  readonly outcomeById: ReadonlyMap<string, Outcome>;
  readonly agreementById: ReadonlyMap<string, Agreement>;
  readonly entryById: ReadonlyMap<string, Entry>;
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

const made = new WeakMap<AgendaResponse, Agenda>();

/** Indexes an answer of `/v1/agenda`; the same answer gives the same object. */
export function indexAgenda(response: AgendaResponse): Agenda {
  const known = made.get(response);
  if (known !== undefined) return known;
  const agenda: Agenda = {
    ...response,
    nodeById: byId(response.nodes),
    targetById: byId(response.targets),
    measureById: byId(response.measures),
    constraintById: byId(response.constraints),
    partyById: byId(response.parties),
    indicatorById: byId(response.indicators),
    outcomeById: byId(response.outcomes),
    agreementById: byId(response.agreements),
    entryById: byId(response.registers.flatMap(({ entries }) => entries)),
  };
  made.set(response, agenda);
  return agenda;
}

/** Nodes of one level in the order of the tree. */
export function nodesOfLevel(agenda: Agenda, level: string): readonly ApiNode[] {
  return agenda.nodes.filter((node) => node.level === level);
}

/** Targets that an opgave answers for, then those that it touches. */
export function targetsOfChallenge(
  agenda: Agenda,
  challenge: string,
): { readonly own: readonly Target[]; readonly touched: readonly Target[] } {
  return {
    own: agenda.targets.filter((target) => target.challenge === challenge),
    touched: agenda.targets.filter(
      (target) => target.challenge !== challenge && target.challenges.some((id) => id === challenge),
    ),
  };
}

/** Page of a line of the agenda text, by the table of pages of the region. */
export function pageOfLine(agenda: Agenda, line: number): ApiPage {
  const block = agenda.region.document.pages.findLast((page) => page.fromLine <= line);
  return block === undefined ? { number: 1, certain: false } : { number: block.page, certain: block.certain };
}
