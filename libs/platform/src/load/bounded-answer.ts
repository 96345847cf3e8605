/** Thrown when an answer goes on and on. */
export class AnswerTooLong extends Error {
  constructor() {
    super('The answer is longer than allowed');
    this.name = 'AnswerTooLong';
  }
}

/**
 * Fetches with an end to it: the time covers connecting, sending, waiting and reading, and a longer answer is not read on.
 * @throws `TimeoutError`, {@link AnswerTooLong}, `TypeError` when there is no connection
 */
export async function boundedFetch(
  url: string | URL,
  init: RequestInit,
  limits: { readonly timeoutMs: number; readonly maxBytes: number },
): Promise<Response> {
  const deadline = AbortSignal.timeout(limits.timeoutMs);
  const signal = init.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
  const answer = await fetch(url, { ...init, signal });
  const body = answer.body ? await readAll(answer.body, limits.maxBytes) : null;
  // Statuses without a body may not be given one.
  return new Response([204, 205, 304].includes(answer.status) ? null : body, answer);
}

async function readAll(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early cancels the stream, and with it the connection.
  for await (const part of body) {
    size += part.length;
    if (size > maxBytes) throw new AnswerTooLong();
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
