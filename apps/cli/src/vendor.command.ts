import { Administration } from './administration';
import { readAdministerConfig } from './cli.config';

const USAGE = `vendor create CODE "NAME"
CODE is what facilities delegate to: capital letters, digits and hyphens.
`;

/** Enters a software vendor in the register; its key comes from "api-key create --vendor CODE". */
export async function vendorCommand(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const [action, code = '', name = ''] = args;
  if (action !== 'create' || !/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(code) || name.trim() === '') throw new Error(USAGE);
  const administration = await Administration.open(readAdministerConfig(env).MIGRATOR_DATABASE_URL);
  try {
    await administration.createVendor(code, name.trim());
    process.stdout.write(`${code}\n`);
  } finally {
    await administration.close();
  }
}
