import type { FastifyReply, FastifyRequest } from 'fastify';

/** Gives an address what it answers with, in a media type; an empty one leaves the type to the answer. */
export type Get = (
  url: string,
  mediaType: string,
  answer: (request: FastifyRequest, reply: FastifyReply) => unknown,
) => void;
