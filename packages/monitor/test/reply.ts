/** What a service of the replay server answers, before a fault is laid over it. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** A request to a service, taken apart. */
export interface ServiceRequest {
  /** address of the service */
  readonly base: string;
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  /** cells on a page */
  readonly pageSize: number;
  /** header `Accept` */
  readonly accept: string;
}

export const json = (value: unknown, type = 'application/json'): Reply => ({
  status: 200,
  type,
  body: JSON.stringify(value),
});
export const notFound: Reply = { status: 404, type: 'text/plain', body: '' };
