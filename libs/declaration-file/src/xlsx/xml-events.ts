import { StringDecoder } from 'node:string_decoder';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { AppError } from '@luutru/platform';

const MAX_DEPTH = 64;
const LONGEST_TOKEN = 4 * 1024 * 1024;

/** What a reader of XML wants to be told; names come without their prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Feeds XML to a handler piece by piece and hands control back after each, so that rows can be taken out as they come.
 * Document types are refused, so that no entity is ever looked up or multiplied; so is endless nesting.
 */
export async function* xmlEvents(
  bytes: AsyncIterable<Buffer>,
  handler: XmlHandler,
): AsyncGenerator<void, void, undefined> {
  const parser = new SaxesParser();
  const decoder = new StringDecoder('utf8');
  let failure: AppError | undefined;
  let depth = 0;
  let events = 0;
  parser.on('doctype', () => {
    failure ??= new AppError('file-xml-doctype', 'invalid');
  });
  parser.on('error', () => {
    failure ??= new AppError('file-damaged', 'invalid');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    depth += 1;
    events += 1;
    if (depth > MAX_DEPTH) failure ??= new AppError('file-damaged', 'invalid');
    if (!failure) handler.open?.(local(tag.name), tag.attributes);
  });
  parser.on('text', (text) => {
    if (!failure) handler.text?.(text);
  });
  parser.on('cdata', (text) => {
    if (!failure) handler.text?.(text);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    events += 1;
    depth -= 1;
    if (!failure) handler.close?.(local(tag.name));
  });
  let quiet = 0;
  for await (const chunk of bytes) {
    quiet += chunk.length;
    const before = events;
    parser.write(decoder.write(chunk));
    if (events > before) quiet = 0;
    // A tag or a text that never ends would be kept whole.
    if (quiet > LONGEST_TOKEN) failure ??= new AppError('file-damaged', 'invalid');
    if (failure) throw failure;
    yield;
  }
  parser.write(decoder.end());
  parser.close();
  if (failure) throw failure;
  yield;
}

/** Runs through a small piece of XML at once. */
export async function readXml(text: string, handler: XmlHandler): Promise<void> {
  async function* once(): AsyncGenerator<Buffer> {
    yield Buffer.from(text);
  }
  for await (const _ of xmlEvents(once(), handler));
}
