import type { Download, Route } from '@schaalsprong/wire';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { accepts } from './negotiate.ts';
import { sendProblem } from './send.ts';

/** Answers a request. */
export type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown;

const reading: readonly string[] = ['GET', 'HEAD'];

/** The path of the contract as Fastify writes it; before an ending an id is told where it stops. */
const fastifyPath = (path: string): string =>
  path.replace(/\{(\w+)\}(?=(.?))/g, (_, name: string, next: string) =>
    next === '' ? `:${name}` : `:${name}(^[a-z0-9-]+)`,
  );

/** Registers what an address answers, and that it answers nothing else. */
export class Router {
  readonly app: FastifyInstance;

  constructor(app: FastifyInstance) {
    this.app = app;
  }

  /** A GET route of the API. */
  read(route: Route & { readonly method: 'GET' }, answer: Handler): void {
    this.get(fastifyPath(route.path), 'application/json', answer);
  }

  /** A file to take away; one that is there in English too is told the language of its words. */
  file(
    { path, mediaType, english }: Download,
    answer: (request: FastifyRequest, reply: FastifyReply, lang: 'nl' | 'en') => unknown,
  ): void {
    this.get(fastifyPath(path), mediaType, (request, reply) => answer(request, reply, 'nl'));
    if (english !== true) return;
    this.get(`/en${fastifyPath(path)}`, mediaType, (request, reply) => answer(request, reply, 'en'));
  }

  /**
   * An address that can be read.
   *
   * @param mediaType what it answers with; an empty one leaves that to the answer
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

  /** Answers every method that an address does not know with 405 and `Allow`, before a body is read or judged. */
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
