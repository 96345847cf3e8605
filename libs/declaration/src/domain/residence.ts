import type { DeclarationContext } from './declaration-context';
import type { ResidenceInput } from './declaration-input';
import { doubt, fault, type Finding } from './finding';
import type { DeclaredPerson } from './stay-draft';

type Residence = Pick<DeclaredPerson, 'residenceKind' | 'address' | 'residenceWardId' | 'originProvinceId'>;

/** Reads where the person lives; cards carry addresses from before the 2025 merger, so it is resolved to today's units. */
export function readResidence(
  input: ResidenceInput | undefined,
  address: string | undefined,
  addressPointer: string,
  { codes, addresses }: DeclarationContext,
): { value: Residence; findings: Finding[] } {
  const findings: Finding[] = [];
  const kind = input?.kind ?? null;
  if (kind !== null && !codes.has('residence-kind', String(kind))) {
    findings.push(fault('code-unknown', '/person/residence/kind', { table: 'residence-kind' }));
  }
  const text = address?.trim() ?? '';
  const hint = { provinceCode: input?.provinceCode, wardCode: input?.wardCode };
  const given = text !== '' || hint.provinceCode !== undefined || hint.wardCode !== undefined;
  const resolved = given
    ? addresses.resolve(text, hint)
    : { certainty: 'none' as const, wardId: null, provinceId: null };
  if (hint.wardCode !== undefined && resolved.certainty !== 'ward') {
    findings.push(fault('code-unknown', '/person/residence/wardCode', { table: 'ward' }));
  } else if (hint.provinceCode !== undefined && resolved.certainty === 'none') {
    findings.push(fault('code-unknown', '/person/residence/provinceCode', { table: 'province' }));
  } else if (text !== '' && resolved.certainty !== 'ward') {
    findings.push(doubt('address-not-resolved', addressPointer));
  }
  return {
    findings,
    value: {
      residenceKind: kind,
      address: text || null,
      residenceWardId: resolved.wardId,
      originProvinceId: resolved.provinceId,
    },
  };
}
