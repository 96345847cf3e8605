import type { Output } from '@luutru/client';
import { useTranslation } from 'react-i18next';
import { useCodeNames } from '../../api/code-names';
import { useLanguage } from '../../i18n/use-language';

export type Policy = Output<'listAuthorityPolicies'>['policies'][number];
export type Catalogue = Output<'listAuthorityPolicies'>;
export type Proposed = Output<'getAuthorityPolicyProposal'>['proposed'];

/** What a policy says, field by field, in words; lists as one line each, so that two policies can be compared. */
export type PolicyFacts = readonly { readonly field: string; readonly lines: readonly string[] }[];

export function usePolicyFacts(catalogue: Catalogue) {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const kinds = useCodeNames('facility-kind');
  const columnName = (resource: string, column: string, masking: string): string => {
    const known = catalogue.columns.find((one) => one.resource === resource && one.column === column);
    const shownAs = known?.maskings.find((one) => one.masking === masking)?.name[language] ?? masking;
    return `${t(`policies.resource.${resource}`)}: ${known?.name[language] ?? column} → ${shownAs}`;
  };
  const purposeName = (code: string): string =>
    catalogue.purposes.find((one) => one.code === code)?.name[language] ?? code;
  const facts = (policy: Proposed): PolicyFacts => {
    const field = (name: string, lines: readonly string[]) => ({ field: t(`policies.fields.${name}`), lines });
    return [
      field('nameVi', [policy.nameVi]),
      field('nameEn', [policy.nameEn]),
      field('legalBasis', [policy.legalBasis]),
      field('facilityKinds', policy.facilityKinds.map(kinds.nameOf).sort()),
      field('areaUnitIds', [...(policy.areaUnitIds ?? [])].sort()),
      field('areaZoneIds', [...(policy.areaZoneIds ?? [])].sort()),
      field('stayKinds', (policy.stayKinds ?? []).map((kind) => t(`policies.stayKind.${kind}`)).sort()),
      field('staysForm', [t(`policies.form.${policy.staysForm ?? 'none'}`)]),
      field('purposes', policy.purposes.map(purposeName).sort()),
      field('exports', [t(policy.exports === true ? 'policies.yes' : 'policies.no')]),
      field('cellSize', [String(policy.cellSize ?? '')]),
      field(
        'columns',
        (policy.columns ?? []).map(({ resource, column, masking }) => columnName(resource, column, masking)).sort(),
      ),
    ];
  };
  return { facts, ofPolicy: (policy: Policy) => facts(asProposed(policy)) };
}

/** A policy in the form in which one is proposed. */
export const asProposed = (policy: Policy): Proposed => ({
  nameVi: policy.name.vi,
  nameEn: policy.name.en,
  legalBasis: policy.legalBasis,
  facilityKinds: policy.facilityKinds,
  areaUnitIds: policy.areaUnitIds,
  areaZoneIds: policy.areaZoneIds,
  stayKinds: policy.stayKinds,
  ...(policy.staysForm !== null && { staysForm: policy.staysForm }),
  columns: policy.columns.map(({ resource, column, masking }) => ({ resource, column, masking })),
  purposes: policy.purposes.map(({ code }) => code),
  exports: policy.exports,
  cellSize: policy.cellSize,
});
