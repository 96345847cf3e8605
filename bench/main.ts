import { audit } from './audit';
import { declare } from './declare';
import { importFiles } from './import';
import { neighbours } from './neighbours';

const BENCHMARKS: Readonly<Record<string, () => Promise<void>>> = { audit, declare, import: importFiles, neighbours };

const name = process.argv[2] ?? '';
const run = BENCHMARKS[name];
if (!run) {
  process.stderr.write(`npm run bench -- ${Object.keys(BENCHMARKS).join('|')}\n`);
  process.exit(2);
}
run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
