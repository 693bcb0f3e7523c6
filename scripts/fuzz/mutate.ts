import type { Dice } from './dice.ts';

/** Pieces of which models are made, and pieces that are out of place in one. */
const pieces = [
  ...' ,\n,\t,\r,\u0000,\u2028,\u00a0,\uFEFF,\uD800,\\\n,~|\n'.split(','),
  ...`~ | ( ) [ ] { } , ; : ! " ' \\ = == := + - * / ^ < > <= >= <> -> <-> $ # % & @ é € 北 🙂 İ ß`.split(
    ' ',
  ),
  ...'0 1 -1 1e308 1e-320 1e999 .5 5. 0x1F NaN Infinity :NA: 1e 00 1_000 1,2;3,4;'.split(' '),
  ...':AND: :OR: :NOT: :EXCEPT: :MACRO: :RAW: :INTERPOLATE: :SUPPLEMENTARY: {UTF-8} a b stock Dim Dim! A1'.split(
    ' ',
  ),
  ...'Time|TIME STEP|INITIAL TIME|FINAL TIME|SAVEPER|INTEG(|IF THEN ELSE(|DELAY FIXED(|DELAY N(|SUM('.split(
    '|',
  ),
  ...'SMOOTH3I(|WITH LOOKUP(|VECTOR SELECT(|ALLOCATE AVAILABLE(|SAMPLE IF TRUE(|ACTIVE INITIAL('.split('|'),
  ...'RANDOM NORMAL(|GET XLS DATA(|INVERT MATRIX(|PULSE TRAIN(|A FUNCTION OF(|TABBED ARRAY(|GAMMA LN('.split(
    '|',
  ),
  ...':END OF MACRO:|(A1-A9)|((0,0),(1,1))|([(0,0)-(1,1)],(0,0),(1,1))| AND | MOD |.Control|****'.split('|'),
  ...'\\\\\\---/// Sketch|:L<%^E!@|22:Year,Years|15:0,0,0,1,0,0|30:?f=f.xls'.split('|'),
  ...'<stock name="s">|</stock>|<eqn>|</eqn>|<aux name="a">|</aux>|<gf>|<dim name="D"/>|<non_negative/>'.split(
    '|',
  ),
  ...'<element subscript="1">|<module name="m">|<connect to="a" from="b"/>|<macro name="f">|<conveyor>|<len>'.split(
    '|',
  ),
  ...'&amp;|&#0;|&x;|<![CDATA[|]]>|<!--|-->|<?xml?>|<!DOCTYPE a [<!ENTITY b "c">]>'.split('|'),
];

const piece = (dice: Dice): string => dice.one(pieces) ?? '';

/** Random text of the pieces of models. */
export const randomText = (dice: Dice, most: number): string =>
  dice.many(dice.below(most), () => piece(dice)).join('');

/** A text with some of it taken out, doubled, moved, replaced, or the end cut off. */
export function mutated(dice: Dice, text: string): string {
  let result = text;
  for (let n = dice.chance(0.5) ? 1 : 2 + dice.below(4); n > 0; n--) {
    const at = dice.below(result.length + 1);
    const length = dice.chance(0.7) ? dice.below(12) : dice.below(400);
    const part = result.slice(at, at + length);
    const [before, after] = [result.slice(0, at), result.slice(at + length)];
    switch (dice.below(8)) {
      case 0:
        result = before + after;
        break;
      case 1:
        result = before + part + part + after;
        break;
      case 2:
        result = before + piece(dice) + result.slice(at);
        break;
      case 3:
        result = before + piece(dice) + after;
        break;
      case 4: {
        const to = dice.below(result.length + 1);
        result = before + after;
        result = result.slice(0, to) + part + result.slice(to);
        break;
      }
      case 5:
        result = before + String.fromCharCode(dice.below(256)) + result.slice(at + 1);
        break;
      case 6:
        result = dice.chance(0.3) ? before : before + randomText(dice, 8) + result.slice(at);
        break;
      default:
        result =
          before + part.replace(/\d+/g, () => String(dice.one([0, 1, 2, 7, 100, 1e9, -3, 0.5]))) + after;
    }
  }
  return result;
}

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;');

/** An XMILE text of which some equations are written anew or changed, so that it stays XML. */
export function mutatedEquations(dice: Dice, text: string): string {
  return text.replace(/<(eqn|ypts|len|dt|start|stop|units)([^>]*)>([^<]*)</g, (whole, tag, rest, content) => {
    if (!dice.chance(0.15)) return whole;
    const plain = String(content).replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
    const changed = dice.chance(0.2) ? randomText(dice, 6) : mutated(dice, plain);
    return `<${tag}${rest}>${escaped(changed)}<`;
  });
}
