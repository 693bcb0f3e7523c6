/**
 * Reason of every abort in the server. Constant: `abort()` without one makes an error at the caller, whose stack holds the functions on
 * it, and with them a whole version of the region for as long as somebody holds the signal.
 */
export const stopping = new DOMException('the server no longer needs this', 'AbortError');
