import { Link as UtrechtLink } from '@utrecht/component-library-react';
import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';
import { useWords } from '../lib/hooks.tsx';

interface AProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** Path of a page without its language, like `/doelen/homes-2030`. */
  readonly to: string;
  readonly children: ReactNode;
}

/** A link to a page of the app, in the language of this page, without loading the app again. */
export function A({ to, children, ...rest }: AProps) {
  const words = useWords();
  const path = words.to(to);
  const follow = useLinkClickHandler<HTMLAnchorElement>(path);
  return (
    <UtrechtLink {...rest} href={useHref(path)} onClick={follow}>
      {children}
    </UtrechtLink>
  );
}

/** A link to a page of the app whose address already holds its language: for components that take `href`. */
export function RoutedLink({ href = '', ...rest }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  const follow = useLinkClickHandler<HTMLAnchorElement>(href);
  return <UtrechtLink {...rest} href={href} onClick={follow} />;
}

/** A link that leaves the app: a file or another site. */
export function Out({ href, children, download }: { href: string; children: ReactNode; download?: boolean }) {
  const elsewhere = /^https?:/.test(href);
  return (
    <UtrechtLink
      href={href}
      {...(elsewhere ? { rel: 'noreferrer' } : {})}
      {...(download ? { download: '' } : {})}
    >
      {children}
    </UtrechtLink>
  );
}
