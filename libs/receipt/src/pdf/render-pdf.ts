import { dirname, join, sep } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DocumentDefinition } from 'pdfmake';
import { AppError, FairGate } from '@luutru/platform';

/** Roboto (Apache-2.0), which has every Vietnamese letter; it is embedded in part. */
const FONT_FOLDER = join(dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto') + sep;

/** Plain JavaScript, because a thread starts without whatever reads TypeScript in tests. */
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
const loaded = require(workerData.pdfmake);
const pdfmake = loaded.default ?? loaded;
const { fonts } = workerData;
pdfmake.setFonts({ Roboto: { normal: fonts + 'Roboto-Regular.ttf', bold: fonts + 'Roboto-Medium.ttf' } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts));
parentPort.on('message', async (definition) => {
  try {
    parentPort.postMessage({ pdf: await pdfmake.createPdf(definition).getBuffer() });
  } catch (error) {
    parentPort.postMessage({ fault: String(error && error.message) });
  }
});
`;

const LONGEST_MS = 15_000;
/** One at a time: a page takes a tenth of a second of a core. */
const TURNS = new FairGate({ places: 1, queue: 30, queueOfAll: 30, waitMs: 5_000 });

interface Answer {
  readonly pdf?: Uint8Array;
  readonly fault?: string;
}

let thread: Worker | undefined;
/** Who waits for the page that is being made. */
let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;

/**
 * The document as PDF bytes, made in a thread of its own, because nobody else is served while a page is laid out. Reads nothing
 * but its fonts, whatever the definition says. Throws `overloaded` or `too-many-at-once` when too many wait.
 */
export async function renderPdf(definition: DocumentDefinition): Promise<Buffer> {
  const leave = await TURNS.enter({ name: 'all' });
  try {
    return await inThread(definition);
  } finally {
    leave();
  }
}

async function inThread(definition: DocumentDefinition): Promise<Buffer> {
  thread ??= startThread();
  const worker = thread;
  worker.ref();
  const late = setTimeout(() => end(worker, new AppError('overloaded', 'unavailable')), LONGEST_MS);
  try {
    const { pdf, fault } = await new Promise<Answer>((resolve, reject) => {
      waiting = { resolve, reject };
      worker.postMessage(definition);
    });
    if (!pdf) throw new Error(`The page could not be made: ${fault}`);
    return Buffer.from(pdf);
  } finally {
    clearTimeout(late);
    waiting = undefined;
    worker.unref();
  }
}

/** Started with the first document: processes that print none do not pay for it. It keeps no process alive. */
function startThread(): Worker {
  const workerData = { pdfmake: require.resolve('pdfmake'), fonts: FONT_FOLDER };
  const started = new Worker(THREAD, { eval: true, workerData });
  started.on('message', (answer: Answer) => waiting?.resolve(answer));
  started.on('error', (error) => end(started, error));
  started.on('exit', () => end(started, new Error('The thread that makes pages has ended')));
  return started;
}

/** The thread is of no more use; the next document gets another. */
function end(worker: Worker, because: Error): void {
  if (thread !== worker) return;
  thread = undefined;
  waiting?.reject(because);
  void worker.terminate();
}
