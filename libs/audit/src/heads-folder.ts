import { createReadStream } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { localDate } from '@luutru/calendar';
import { type ExportedHead, headLine, parseHeadLine } from './domain/exported-head';
import type { Seal } from './domain/seal';
import type { SealSink } from './seal-sink';

const FILE = /^heads-\d{4}-\d{2}-\d{2}\.jsonl$/;
/** Longer than several lines. */
const TAIL = 8_192;

/** Heads in a folder: one file a day (Vietnam's), one line a seal, only ever appended to. The folder must exist. */
export class HeadsFolder implements SealSink {
  constructor(readonly name: string) {}

  async findLast(): Promise<ExportedHead | null> {
    for (const file of (await this.files()).reverse()) {
      const last = (await tailOf(file)).split('\n').map(parseHeadLine).findLast(Boolean);
      if (last) return last;
    }
    return null;
  }

  async append(seals: readonly Seal[]): Promise<void> {
    const texts = new Map<string, string>();
    for (const seal of seals) {
      const day = localDate(new Date(Number(BigInt(seal.sealedAt) / 1000n)));
      texts.set(day, (texts.get(day) ?? '') + headLine(seal));
    }
    for (const [day, text] of texts) await appendDurably(this.name, `heads-${day}.jsonl`, text);
  }

  /** Every head in the order of writing; lines that are no whole head are passed over. */
  async *heads(): AsyncGenerator<ExportedHead> {
    for (const file of await this.files()) {
      for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
        const head = parseHeadLine(line);
        if (head) yield head;
      }
    }
  }

  private async files(): Promise<string[]> {
    const names = await readdir(this.name);
    return names
      .filter((name) => FILE.test(name))
      .sort()
      .map((name) => join(this.name, name));
  }
}

async function appendDurably(folder: string, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  const file = await open(path, 'a', 0o640);
  try {
    // A line that a crash cut off stays as it is; what follows starts on a line of its own.
    const torn = await endsInTheMiddle(path);
    await file.appendFile(torn ? `\n${text}` : text);
    await file.sync();
  } finally {
    await file.close();
  }
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

async function endsInTheMiddle(path: string): Promise<boolean> {
  const tail = await tailOf(path);
  return tail !== '' && !tail.endsWith('\n');
}

async function tailOf(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(Math.min(size, TAIL));
    await file.read(buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString('utf8');
  } finally {
    await file.close();
  }
}
