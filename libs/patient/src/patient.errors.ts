import type { ErrorDefinition } from '@luutru/platform';

/** Problems of admitting patients. */
export const patientErrors: readonly ErrorDefinition[] = [
  {
    code: 'patient-already-admitted',
    kind: 'conflict',
    title: { vi: 'Số hồ sơ bệnh án này đã có', en: 'This record number is taken' },
    detail: {
      vi: 'Cơ sở đã có đợt điều trị với số hồ sơ này: dùng patientId {patientId}.',
      en: 'The facility has a patient with this record number: use patientId {patientId}.',
    },
  },
];
