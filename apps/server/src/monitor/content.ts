import type { BackTestResponse } from '@schaalsprong/wire';
import type { MonitorView } from './view.ts';

/** State of the monitor routes. */
export interface MonitorContent {
  /** `https://example.org`: where the server can be found from elsewhere; null takes what each request says. */
  readonly address: string | null;
  /** Current statistics; identity changes only with content. */
  view(): MonitorView;
  /** Current back-test; identity changes only with content. */
  backTest(): BackTestResponse;
}
