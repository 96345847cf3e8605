import { eventsOf, readBlock, type ServerEvent } from '../src/features/alerts/server-events';

const stream = (...chunks: readonly string[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });

async function all(body: ReadableStream<Uint8Array>): Promise<(ServerEvent | null)[]> {
  const events: (ServerEvent | null)[] = [];
  for await (const event of eventsOf(body, 1_000)) events.push(event);
  return events;
}

describe('server-sent events', () => {
  it('are read block by block, wherever the network cuts them', async () => {
    const text = 'retry: 2000\n\nid: 7\nevent: alert\ndata: {"facilityName":"Sông Hoài"}\n\n:\n\n';
    const whole = [null, { name: 'alert', id: '7', data: '{"facilityName":"Sông Hoài"}' }, null];
    expect(await all(stream(text))).toEqual(whole);
    for (let at = 1; at < text.length; at += 1) {
      expect(await all(stream(text.slice(0, at), text.slice(at)))).toEqual(whole);
    }
  });

  it('may have several lines of data, no id and no name', () => {
    expect(readBlock('data: a\ndata: b')).toEqual({ name: 'message', id: null, data: 'a\nb' });
    expect(readBlock('event: over\ndata: {"code":"session-over"}')).toMatchObject({ name: 'over', id: null });
    expect(readBlock(':')).toBeNull();
  });

  it('that stay away for too long are a lost line', async () => {
    const silent = new ReadableStream<Uint8Array>({ start: () => undefined });
    await expect(eventsOf(silent, 5).next()).rejects.toThrow('silent for 5 ms');
  });
});
