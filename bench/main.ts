import { alerts } from './alerts';
import { audit } from './audit';
import { backlog } from './backlog';
import { compliance } from './compliance';
import { declare } from './declare';
import { deliver } from './deliver';
import { growth } from './growth';
import { importFiles } from './import';
import { search } from './search';
import { fitWeights } from './names/fit-weights';
import { generate } from './names/generate';
import { names } from './names/names';
import { neighbours } from './neighbours';
import { profile } from './profile';
import { scale } from './scale';
import { statistics, statisticsEditions } from './statistics';

const BENCHMARKS: Readonly<Record<string, () => Promise<void>>> = {
  alerts,
  audit,
  backlog,
  compliance,
  declare,
  deliver,
  growth,
  import: importFiles,
  search,
  names,
  // The parts of the names benchmark that are made once and committed: its data, and the weights fitted to their dev half.
  'names-data': async () => generate(),
  'names-fit': async () => fitWeights(),
  neighbours,
  profile,
  scale,
  statistics,
  'statistics-editions': statisticsEditions,
};

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
