import { useId } from 'react';
import { useNames, useNumber, useResource, useWords } from '../../../lib/hooks.tsx';
import { sourcesResource } from '../../../lib/resource.ts';
import type { FailBox } from '../../../table/contract.ts';
import { Boxes } from '../../boxes/Boxes.tsx';
import { useOrigin, useSettingAddress } from '../outcomes/origin.ts';
import { useTexts } from '../texts.ts';

/** When does this fail: boxes of uncertainties in words, drawn, and how sure they are. */
export function Fails({ found, year }: { found: FailBox; year: string | null }) {
  const { tx, metOf } = useWords();
  const c = useTexts();
  const id = useId();
  const names = useNames();
  const number = useNumber();
  const origin = useOrigin();
  const address = useSettingAddress();
  const uncertainties = useResource(sourcesResource).value?.uncertainties ?? [];
  const known = (uncertainty: string) => uncertainties.find((each) => each.id === uncertainty);
  const show = (uncertainty: string, value: number): string =>
    number(value, known(uncertainty)?.unit ?? '', { precise: true });
  return (
    <div aria-describedby={id}>
      <p id={id} className="finding">
        {year === null
          ? c('fails.misses', { met: metOf({ count: found.misses, of: found.of }) })
          : c('fails.misses.year', { year, met: metOf({ count: found.misses, of: found.of }) })}
      </p>
      <Boxes
        found={found}
        subject={{
          title: names.target(found.target),
          file: `wanneer-mis-${found.target}`,
          origin,
          address,
          nameOf: (uncertainty) => {
            const one = known(uncertainty);
            return one === undefined ? uncertainty : tx(one.title);
          },
          show,
          tick: show,
          linkOf: (uncertainty) => `/bronnen/aannamen/${uncertainty}`,
        }}
      />
    </div>
  );
}
