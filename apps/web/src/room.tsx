import type { Frame, PageNameIn } from '@schaalsprong/wire/pages';
import { type ComponentType, createElement, lazy, type ReactNode } from 'react';

/** Frames other than the site: each is named after its first page. */
export type InnerFrame = Exclude<Frame, 'site'>;

/** What the site shows at its own pages, and at each frame. */
export type SiteElements = Readonly<Record<PageNameIn<'site'> | InnerFrame, ReactNode>>;

/** A part of the product, as the web app shows it. */
export interface Room {
  /** Its pages in the site, and its frame if it has one, by the names of the contract. */
  readonly pages: Partial<SiteElements>;
  /** Whether its pages say nothing of how far the server is with the standing: they do not depend on it. */
  readonly withoutStanding?: true;
  /** Whether its pages are as wide as the screen, header included: known before they load, so that nothing moves when they do. */
  readonly isWide?: true;
}

/** A page that is loaded when somebody opens it. */
export const page = (load: () => Promise<{ readonly default: ComponentType }>): ReactNode =>
  createElement(lazy(load));
