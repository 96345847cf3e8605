import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** As few switches as a container needs; the rules of the web stay on, since they are part of what is tested. */
const ARGUMENTS = [
  '--headless=shell',
  '--no-sandbox',
  '--no-zygote',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];

const UNPACK = `import('@sparticuz/chromium').then(({ default: c }) => c.executablePath()).then((p) => process.stdout.write(p))`;

/**
 * Starts the Chromium that comes in an npm package. On a machine without the libraries it needs, those of the package are
 * used as well. LUUTRU_CHROMIUM names another executable.
 * @param extra further switches
 */
export async function openBrowser(extra: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env.LUUTRU_CHROMIUM ?? unpack({});
  const args = [...ARGUMENTS, ...extra];
  try {
    return await chromium.launch({ executablePath, args });
  } catch (error) {
    if (!/error while loading shared libraries/.test(String(error))) throw error;
    // The package unpacks its libraries where it believes to be in the function it was made for.
    unpack({ AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' });
    const folder = join(tmpdir(), 'al2023', 'lib');
    return chromium.launch({ executablePath, args, env: { ...process.env, LD_LIBRARY_PATH: folder } });
  }
}

/** In a process of its own, because the package is an ES module and changes the environment. */
function unpack(env: NodeJS.ProcessEnv): string {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', UNPACK], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (!existsSync(stdout)) throw new Error(`The browser could not be unpacked: ${stderr}`);
  return stdout;
}
