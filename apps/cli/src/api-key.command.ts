import { parseArgs } from 'node:util';
import { isMachinePermission, MACHINE_PERMISSIONS, type MachinePermission } from '@luutru/access';
import { Administration } from './administration';
import { readAdministerConfig } from './cli.config';

const USAGE = `api-key create (--facility CODE [--facility CODE ...] | --vendor CODE) [--permission VERB ...] [--label TEXT] [--expires YYYY-MM-DD]
api-key revoke ID
Permissions: ${MACHINE_PERMISSIONS.join(', ')} (default: all)
`;

/** Issues and revokes API keys. */
export async function apiKeyCommand(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      facility: { type: 'string', multiple: true, default: [] },
      vendor: { type: 'string' },
      permission: { type: 'string', multiple: true, default: [...MACHINE_PERMISSIONS] },
      label: { type: 'string', default: 'command line' },
      expires: { type: 'string' },
    },
  });
  const [action, id] = positionals;
  const creating = action === 'create' && values.facility.length > 0 !== (values.vendor !== undefined);
  if (!creating && !(action === 'revoke' && id)) throw new Error(USAGE);
  const administration = await Administration.open(readAdministerConfig(env).MIGRATOR_DATABASE_URL);
  try {
    if (creating) {
      const key = await administration.createApiKey({
        codes: values.facility,
        ...(values.vendor !== undefined && { vendor: values.vendor }),
        permissions: permissionsOf(values.permission),
        label: values.label,
        expiresAt: expiryOf(values.expires),
      });
      process.stdout.write(`${key.text}\n`);
    } else if (id) {
      await administration.revokeApiKey(id);
      process.stdout.write(`Revoked ${id}.\n`);
    }
  } finally {
    await administration.close();
  }
}

function permissionsOf(given: readonly string[]): MachinePermission[] {
  const unknown = given.filter((text) => !isMachinePermission(text));
  if (unknown.length > 0) throw new Error(`Unknown permission ${unknown.join(', ')}\n${USAGE}`);
  return given.filter(isMachinePermission);
}

function expiryOf(day: string | undefined): Date | null {
  if (day === undefined) return null;
  const at = new Date(`${day}T00:00:00+07:00`);
  if (Number.isNaN(at.getTime())) throw new Error(`--expires takes a day such as 2027-12-31`);
  return at;
}
