import { pointsOf } from '@schaalsprong/monitor/lines';
import type { IndicatorResponse, MapResponse } from '@schaalsprong/wire';
import { Heading2 } from '@utrecht/component-library-react';
import { useId, useMemo } from 'react';
import { Loading } from '../../components/states.tsx';
import { useAgenda, useResource, useWords } from '../../lib/hooks.tsx';
import type { Choice } from '../../monitor/address.ts';
import { MapPart } from '../map/MapPart.tsx';
import { mapResource, mapValuesResource, noMapValues } from '../map/resources.ts';
import type { AreaFigure } from '../map/view.ts';
import { useTexts } from './texts.ts';

interface Props {
  readonly response: IndicatorResponse;
  readonly choice: Choice;
  readonly choose: (some: Partial<Choice>) => void;
}

/** Figures per 1,000 inhabitants as the server divides them, of what stands now. */
function useDivided({ indicator, asKnownOn }: IndicatorResponse, map: MapResponse) {
  const isDivided = asKnownOn === null && map.items.some(({ id, per1000 }) => per1000 && id === indicator.id);
  const { value } = useResource(isDivided ? mapValuesResource(indicator.id) : noMapValues);
  return useMemo(
    () =>
      new Map(
        (value?.figures ?? []).map(({ area, period, per1000 }) => [`${area} ${period}`, per1000] as const),
      ),
    [value],
  );
}

function Drawn({ response, choice, choose, map }: Props & { map: MapResponse }) {
  const { tx } = useWords();
  const c = useTexts();
  const id = useId();
  const { areas } = useAgenda();
  const { indicator, facts, metadata } = response;
  const divided = useDivided(response, map);
  const figures = useMemo(
    () =>
      areas
        .filter(({ kind }) => kind === 'municipality')
        .flatMap(({ code }) =>
          pointsOf(facts, code).map(
            ({ value, fact: { period } }): AreaFigure => ({
              area: code,
              period,
              value,
              per1000: divided.get(`${code} ${period}`) ?? null,
            }),
          ),
        ),
    [areas, facts, divided],
  );
  const whyNot = (area: string, period: string): string | null => {
    const fact = facts.find((one) => one.area === area && one.period === period);
    return fact === undefined || fact.state === 'value' ? null : c(`state.${fact.state}`);
  };
  return (
    <section className="block" aria-labelledby={`${id}-title`}>
      <Heading2 id={`${id}-title`}>{c('map')}</Heading2>
      <MapPart
        subject={{
          id: indicator.id,
          title: tx(indicator.title),
          unit: indicator.unit,
          publishers: tx(metadata.publishers),
        }}
        figures={figures}
        map={map}
        view={choice}
        choose={choose}
        whyNot={whyNot}
      />
    </section>
  );
}

/** A map of the municipalities; nothing where fewer than two of them have figures. */
export function AreaMap(props: Props) {
  const { areas } = useAgenda();
  const { value: map, failing } = useResource(mapResource);
  const municipalities = new Set<string>(
    areas.flatMap(({ code, kind }) => (kind === 'municipality' ? [code] : [])),
  );
  const withFigures = new Set(
    props.response.facts.flatMap(({ area, value }) =>
      value !== null && municipalities.has(area) ? [area] : [],
    ),
  );
  if (withFigures.size < 2) return null;
  if (map === null) return failing === null ? <Loading /> : null;
  return <Drawn {...props} map={map} />;
}
