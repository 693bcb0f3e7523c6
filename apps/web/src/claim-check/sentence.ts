/** Name of the sentence in the part of an address that is not sent to a server. */
const name = 'zin';

/** Address with a sentence behind the `#`: it is not sent to the server. */
export const hashOf = (sentence: string): string =>
  `#${new URLSearchParams({ [name]: sentence }).toString()}`;

/** The sentence of such an address; null where it has none. */
export const sentenceIn = (hash: string): string | null =>
  new URLSearchParams(hash.replace(/^#/, '')).get(name);

let current = '';

/** The sentence as it stands, in memory only: another language of the page finds it again. */
export const sentence = {
  get: (): string => current,
  set: (text: string): void => {
    current = text;
  },
};

/** Whether what somebody looks for is a sentence with a number, which can be checked as a whole. */
export const isStatement = (question: string): boolean =>
  /\d/.test(question) && (question.match(/\p{L}{2,}/gu) ?? []).length >= 3;
