import { type Download, type PageIds, pages, type Route } from '@schaalsprong/wire';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type { Current } from '../server-state.ts';
import { accepts } from './negotiate.ts';
import { sendProblem } from './send.ts';

/** A route handler. */
export type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown;

/** Registers the addresses of one part of the product. */
export type Room = (router: Router, current: Current) => void;

const reading: readonly string[] = ['GET', 'HEAD'];

/** A path of the contract in Fastify's syntax; before a suffix a parameter needs a pattern that ends it. */
const fastifyPath = (path: string): string =>
  path.replace(/\{(\w+)\}(?=(.?))/g, (_, name: string, next: string) =>
    next === '' || next === '/' ? `:${name}` : `:${name}(^[a-z0-9-]+)`,
  );

/** Registers routes of the contract, each with a 405 for every other method. */
export class Router {
  readonly app: FastifyInstance;
  readonly #things = new Map<string, () => ReadonlySet<string>>();

  constructor(app: FastifyInstance) {
    this.app = app;
  }

  /** Says which things of a kind exist: each has a page of its own. */
  things(kind: PageIds, ids: () => ReadonlySet<string>): void {
    this.#things.set(kind, ids);
  }

  /** Whether there is a thing of this kind with this id. */
  exists(kind: PageIds, id: string): boolean {
    return this.#things.get(kind)?.().has(id) ?? false;
  }

  /** Ids of the things of a kind, as far as a room of the server says so. */
  idsOf(kind: PageIds): Iterable<string> {
    return this.#things.get(kind)?.() ?? [];
  }

  /** @throws Error where the web app has pages of things of which no room says which exist */
  checkThings(): void {
    for (const { ids, name } of pages) {
      if (ids !== null && !this.#things.has(ids)) {
        throw new Error(`page ${name}: no room of the server says which ${ids} exist (Router.things)`);
      }
    }
  }

  /** Registers a GET route of the API. */
  read(route: Route & { readonly method: 'GET' }, answer: Handler): void {
    this.get(fastifyPath(route.path), 'application/json', answer);
  }

  /** Registers a download; the handler gets the language, which is `en` only under `/en`. */
  file(
    { path, mediaType, english }: Download,
    answer: (request: FastifyRequest, reply: FastifyReply, lang: 'nl' | 'en') => unknown,
  ): void {
    this.get(fastifyPath(path), mediaType, (request, reply) => answer(request, reply, 'nl'));
    if (english !== true) return;
    this.get(`/en${fastifyPath(path)}`, mediaType, (request, reply) => answer(request, reply, 'en'));
  }

  /**
   * Registers a read-only path.
   *
   * @param mediaType for content negotiation (406); empty skips it
   */
  get(url: string, mediaType: string, answer: Handler): void {
    this.app.get(url, async (request, reply) => {
      if (mediaType !== '' && !accepts(request.headers.accept, mediaType)) {
        return sendProblem(request, reply, 'niet-leverbaar', { what: mediaType });
      }
      return answer(request, reply);
    });
    this.refuseOthers(url, reading, (request, reply, allow) => {
      sendProblem(request, reply, 'methode-niet-toegestaan', { what: request.method, allow });
    });
  }

  /** Rejects every other method with 405 and `Allow`, before the body is parsed. */
  refuseOthers(
    url: string,
    known: readonly string[],
    refuse: (request: FastifyRequest, reply: FastifyReply, allow: string) => void,
  ): void {
    const allow = known.join(', ');
    this.app.route({
      method: this.app.supportedMethods.filter((method) => !known.includes(method)) as HTTPMethods[],
      url,
      onRequest: (request, reply) => refuse(request, reply.header('allow', allow), allow),
      handler: () => undefined,
    });
  }
}
