import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { digestIncludes, readJwks, readProof, verifyDigest, verifyReceipt } from '@luutru/receipt';
import { digestVerdict, outsideVerdict, receiptVerdict, refusalVerdict } from './receipt-verdict';

const USAGE = `receipt verify FILE|- --jwks FILE [--digest FILE --proof FILE]
FILE holds the receipt, or the address of its QR code; "-" reads standard input. Nothing is sent anywhere.
Ends with 0 when the receipt is genuine, 1 when it is refused, 2 when that could not be found out.
`;

/** What a check comes to: what to print, and how the program ends. */
export interface ReceiptCheck {
  readonly exitCode: 0 | 1 | 2;
  readonly text: string;
}

/** Checks a receipt without network or database. */
export async function receiptCommand(args: readonly string[]): Promise<void> {
  const { exitCode, text } = await checkReceipt(args).catch((error: unknown): ReceiptCheck => ({
    exitCode: 2,
    text: `${error instanceof Error ? error.message : USAGE}\n`,
  }));
  (exitCode === 2 ? process.stderr : process.stdout).write(text);
  process.exitCode = exitCode;
}

/** As {@link receiptCommand}, without printing. Throws when the arguments or a file cannot be read. */
export async function checkReceipt(
  args: readonly string[],
  stdin: NodeJS.ReadableStream = process.stdin,
): Promise<ReceiptCheck> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { jwks: { type: 'string' }, digest: { type: 'string' }, proof: { type: 'string' } },
  });
  const [action, file, ...more] = positionals;
  const lonely = (values.digest === undefined) !== (values.proof === undefined);
  if (action !== 'verify' || !file || more.length > 0 || !values.jwks || lonely) throw new Error(USAGE);

  const keys = readJwks(await readFile(values.jwks, 'utf8'));
  if (!keys || keys.size === 0) throw new Error(`${values.jwks} is not a JSON Web Key Set with keys of receipts`);
  const jws = statementIn(file === '-' ? await readAll(stdin) : await readFile(file, 'utf8'));
  const receipt = verifyReceipt(jws, keys);
  if (!receipt.ok) return { exitCode: 1, text: refusalVerdict('receipt', receipt.fault) };
  if (values.digest === undefined || values.proof === undefined) return { exitCode: 0, text: receiptVerdict(receipt) };

  const digest = verifyDigest(statementIn(await readFile(values.digest, 'utf8')), keys);
  if (!digest.ok) return { exitCode: 1, text: refusalVerdict('digest', digest.fault) };
  const proof = readProof(parsed(await readFile(values.proof, 'utf8')));
  if (!proof || !digestIncludes(digest.claims, { jws, claims: receipt.claims }, proof)) {
    return { exitCode: 1, text: outsideVerdict(digest.claims) };
  }
  return { exitCode: 0, text: receiptVerdict(receipt) + digestVerdict(digest.claims, proof) };
}

/** Editors and scanners end a file with a line feed, and a QR code gives the address before the `#`. */
function statementIn(content: string): string {
  const line = content.replace(/\r?\n$/, '');
  return line.startsWith('https://') || line.startsWith('http://') ? line.slice(line.indexOf('#') + 1) : line;
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content) as unknown;
  } catch {
    return null;
  }
}
