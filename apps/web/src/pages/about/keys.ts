/** What this site keeps in the browser of a reader, by the name under which it does; an id of the region may follow. */
export const keptKeys = [
  ['schaalsprong-theme', 'key.theme'],
  ['schaalsprong-tafel', 'key.table'],
  ['schaalsprong-tafel-beelden', 'key.charts'],
  ['schaalsprong-verdicts', 'key.verdicts'],
  ['schaalsprong-judgements', 'key.judgements'],
  ['schaalsprong-reading', 'key.reading'],
] as const;
