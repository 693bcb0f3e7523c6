/**
 * Three models written for measuring, of no place on earth: a village, six towns, twenty counties. Each place has
 * people in three ages, capital, homes behind a permit delay, pollution that is smoothed, and a reputation; places trade and
 * draw people from each other. They hold what models of the field hold: stocks, lookups, delays of first and third
 * order, SMOOTH, STEP and RAMP, MIN and MAX, powers, exponentials, logarithms, and in the counties subscripts.
 */
export interface BenchModel {
  readonly name: string;
  readonly text: string;
  /** Constants that differ per future. */
  readonly inputs: readonly string[];
  readonly outcomes: readonly string[];
}

const settings = (start: number, stop: number, step: number): string => `
INITIAL TIME = ${start} ~ Year ~ |
FINAL TIME = ${stop} ~ Year ~ |
TIME STEP = ${step} ~ Year ~ |
SAVEPER = TIME STEP ~ Year ~ |
`;

/** How rich a place is written: `powers` makes its production and trade functions of powers and exponentials. */
interface Style {
  readonly powers: boolean;
  readonly subscript: string;
}

/** About fifty equations of one place `p` that trades with place `q`. */
function place(p: string, q: string, i: number, { powers, subscript }: Style): string {
  const s = subscript;
  const production = powers
    ? `${p} productivity * (${p} share * ${p} capital${s} ^ ${p} substitution + (1 - ${p} share) * ${p} workers${s} ^ ${p} substitution) ^ (1 / ${p} substitution)`
    : `${p} productivity * ${p} capital${s} ^ ${p} share * ${p} workers${s} ^ (1 - ${p} share)`;
  const attraction = powers
    ? `EXP(${p} pull * LN(MAX(0.01, ${p} job ratio${s}))) * ${p} homes effect${s}`
    : `MAX(0.01, ${p} job ratio${s}) * ${p} homes effect${s}`;
  const v = (value: number): number => Number((value * (1 + 0.03 * (i % 7))).toPrecision(4));
  return `
${p} birth rate = ${v(0.012)} ~ 1/Year ~ |
${p} youth = ${v(18)} ~ Year ~ |
${p} working life = ${v(45)} ~ Year ~ |
${p} old age = ${v(16)} ~ Year ~ |
${p} participation = ${v(0.7)} ~ Dmnl ~ |
${p} share = 0.${30 + (i % 9)} ~ Dmnl ~ |
${p} substitution = 0.${35 + (i % 11)} ~ Dmnl ~ |
${p} pull = ${v(1.3)} ~ Dmnl ~ |
${p} productivity = ${v(2.1)} ~ Dmnl ~ |
${p} saving = ${v(0.2)} ~ Dmnl ~ |
${p} capital life = ${v(15)} ~ Year ~ |
${p} home life = ${v(60)} ~ Year ~ |
${p} permit time = ${v(2)} ~ Year ~ |
${p} building time = ${v(1.5)} ~ Year ~ |
${p} absorption time = ${v(8)} ~ Year ~ |
${p} perception time = ${v(3)} ~ Year ~ |
${p} programme = ${v(0.1)} ~ Dmnl ~ |
${p} young${s} = INTEG(${p} births${s} - ${p} growing up${s}, ${v(20)}) ~ person ~ |
${p} adults${s} = INTEG(${p} growing up${s} + ${p} arrivals${s} - ${p} retiring${s}, ${v(60)}) ~ person ~ |
${p} old${s} = INTEG(${p} retiring${s} - ${p} deaths${s}, ${v(18)}) ~ person ~ |
${p} births${s} = ${p} adults${s} * ${p} birth rate * ${p} wealth effect${s} ~ person/Year ~ |
${p} growing up${s} = ${p} young${s} / ${p} youth ~ person/Year ~ |
${p} retiring${s} = ${p} adults${s} / ${p} working life ~ person/Year ~ |
${p} deaths${s} = ${p} old${s} / (${p} old age * ${p} health effect${s}) ~ person/Year ~ |
${p} people${s} = ${p} young${s} + ${p} adults${s} + ${p} old${s} ~ person ~ |
${p} workers${s} = ${p} adults${s} * ${p} participation ~ person ~ |
${p} capital${s} = INTEG(${p} investment${s} - ${p} wear${s}, ${v(120)}) ~ euro ~ |
${p} investment${s} = ${p} output${s} * ${p} saving * ${p} confidence effect${s} ~ euro/Year ~ |
${p} wear${s} = ${p} capital${s} / ${p} capital life ~ euro/Year ~ |
${p} output${s} = ${production} ~ euro/Year ~ |
${p} exports${s} = MIN(${p} output${s}, ${q} demand${s}) ~ euro/Year ~ |
${p} demand${s} = ${p} people${s} * (1 + STEP(${p} programme, 2030)) + RAMP(0.05, 2025, 2035) ~ euro/Year ~ |
${p} wealth${s} = ${p} output${s} / ${p} people${s} ~ Dmnl ~ |
${p} wealth effect${s} = WITH LOOKUP(${p} wealth${s}, ((0,1.3),(0.5,1.2),(1,1.05),(1.5,0.95),(2,0.9),(2.5,0.87),(3,0.85))) ~ Dmnl ~ |
${p} health effect${s} = WITH LOOKUP(${p} smoothed pollution${s}, ((0,1.1),(1,1.05),(2,1),(3,0.93),(4,0.84),(5,0.7))) ~ Dmnl ~ |
${p} confidence effect${s} = WITH LOOKUP(${p} reputation${s}, ((0,0.4),(0.2,0.6),(0.55,0.9),(0.8,1),(1.4,1.15),(3,1.2))) ~ Dmnl ~ |
${p} homes${s} = INTEG(${p} completions${s} - ${p} homes${s} / ${p} home life, ${v(48)}) ~ home ~ |
${p} wanted homes${s} = ${p} people${s} / 2.1 ~ home ~ |
${p} starts${s} = MAX(0, ${p} wanted homes${s} - ${p} homes${s}) / ${p} building time * ${p} builders effect${s} ~ home/Year ~ |
${p} permitted${s} = DELAY3(${p} starts${s}, ${p} permit time) ~ home/Year ~ |
${p} completions${s} = DELAY1(${p} permitted${s}, ${p} building time) ~ home/Year ~ |
${p} builders effect${s} = WITH LOOKUP(${p} starts asked${s}, ((0,1),(1,1),(2,0.9),(3,0.75),(4,0.6),(5,0.5))) ~ Dmnl ~ |
${p} starts asked${s} = MAX(0, ${p} wanted homes${s} - ${p} homes${s}) / ${p} building time ~ home/Year ~ |
${p} homes effect${s} = WITH LOOKUP(XIDZ(${p} homes${s}, ${p} wanted homes${s}, 1), ((0,0.2),(0.25,0.4),(0.5,0.65),(0.75,0.85),(1,1),(1.25,1.08),(1.5,1.1))) ~ Dmnl ~ |
${p} pollution${s} = INTEG(${p} output${s} * 0.02 - ${p} pollution${s} / ${p} absorption time, 1) ~ unit ~ |
${p} smoothed pollution${s} = SMOOTH(${p} pollution${s}, ${p} perception time) ~ unit ~ |
${p} reputation${s} = SMOOTHI(${p} attraction${s}, ${p} perception time, 1) ~ Dmnl ~ |
${p} job ratio${s} = ${p} output${s} / (${p} workers${s} * 2) ~ Dmnl ~ |
${p} attraction${s} = ${attraction} ~ Dmnl ~ |
${p} arrivals${s} = IF THEN ELSE(${p} reputation${s} > ${q} reputation${s}, ${p} adults${s} * 0.01 * MIN(1, ${p} reputation${s} - ${q} reputation${s}), -${p} adults${s} * 0.008 * MIN(1, ${q} reputation${s} - ${p} reputation${s})) ~ person/Year ~ |
`;
}

function country(
  name: string,
  places: number,
  style: Style,
  head: string,
  elements: readonly string[],
  step: number,
): BenchModel {
  const names = Array.from({ length: places }, (_, i) => `P${i + 1}`);
  const texts = names.map((p, i) => place(p, names[(i + 1) % places] ?? p, i, style));
  const own = (what: string): string[] =>
    names.slice(0, 4).map((p) => `${p} ${what}${elements[0] === undefined ? '' : `[${elements[0]}]`}`);
  return {
    name,
    text: `${head}${texts.join('')}${settings(2020, 2040, step)}`,
    inputs: names
      .slice(0, 4)
      .flatMap((p) => ['birth rate', 'productivity', 'saving', 'permit time'].map((what) => `${p} ${what}`)),
    outcomes: [...own('people'), ...own('output'), ...own('homes'), ...own('reputation')].slice(0, 8),
  };
}

/** About 50 equations: one village that trades with itself. */
export const village = (): BenchModel =>
  country('village (50 equations)', 1, { powers: false, subscript: '' }, '', [], 0.25);

/** About 300 equations, heavy with powers, exponentials and logarithms: six towns. */
export const towns = (): BenchModel =>
  country('towns (300 equations, powers)', 6, { powers: true, subscript: '' }, '', [], 0.25);

/** About 1,000 equations over three counties each: twenty places. */
export const counties = (): BenchModel =>
  country(
    'counties (1,000 equations, subscripts)',
    20,
    { powers: false, subscript: '[County]' },
    'County: North, Middle, South ~~|\n',
    ['North', 'Middle', 'South'],
    0.25,
  );
