import { BreadcrumbNav, BreadcrumbNavLink, Heading1 } from '@utrecht/component-library-react';
import { Fragment, type ReactNode, useEffect } from 'react';
import { useWords } from '../lib/hooks.tsx';
import { Cite } from './Cite.tsx';
import { RoutedLink } from './Link.tsx';

interface Props {
  readonly title: string;
  readonly kicker?: ReactNode;
  readonly trail?: readonly { readonly to: string; readonly label: string }[];
  /** False for a page without figures, and for one that has a citation of its own. */
  readonly cite?: false;
  readonly children: ReactNode;
}

/** A page: its title in the browser's bar, the way that leads here, one heading of the first level. */
export function Page({ title, kicker, trail = [], cite, children }: Props) {
  const { t, to } = useWords();
  useEffect(() => {
    globalThis.document.title = title === t('app.name') ? title : `${title} · ${t('app.name')}`;
  }, [title, t]);
  return (
    <>
      {trail.length > 0 && (
        <BreadcrumbNav aria-label={t('app.breadcrumb')} className="trail">
          {trail.map((step, i) => (
            <Fragment key={step.to}>
              {i > 0 && (
                <li className="utrecht-breadcrumb-nav__separator" aria-hidden="true">
                  ›
                </li>
              )}
              <BreadcrumbNavLink href={to(step.to)} index={i} Link={RoutedLink}>
                {step.label}
              </BreadcrumbNavLink>
            </Fragment>
          ))}
        </BreadcrumbNav>
      )}
      {kicker !== undefined && <p className="kicker">{kicker}</p>}
      <Heading1>{title}</Heading1>
      {children}
      {cite !== false && <Cite title={title} />}
    </>
  );
}
