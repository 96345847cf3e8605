import { type Caller, type Role, unitsOf } from '@luutru/access';
import type { ReferenceDataService } from '@luutru/reference-data';

/** Who reports: the kind of office that the caller's role belongs to, and the place it is responsible for. */
export interface Reporter {
  readonly office: string;
  readonly area: string;
}

const OFFICES: Readonly<Partial<Record<Role, string>>> = {
  'tourism-analyst': 'Sở Văn hóa, Thể thao và Du lịch',
  'health-analyst': 'Sở Y tế',
  'zone-analyst': 'Ban Quản lý Khu kinh tế và các khu công nghiệp',
  'transport-analyst': 'Cơ quan quản lý giao thông vận tải',
  'provincial-leader': 'Ủy ban nhân dân',
  'ward-police': 'Công an phường, xã',
  'provincial-police': 'Công an tỉnh, thành phố',
  'police-supervisor': 'Công an tỉnh, thành phố',
};

/** The office of the first of the caller's grants that reads figures; empty for a caller without one. */
export function reporterOf({ principal }: Caller, reference: ReferenceDataService): Reporter {
  const grant = principal.grants.find(({ permissions }) => permissions.has('statistics.read'));
  const units = unitsOf(principal, 'statistics.read').map((id) => reference.adminUnits.find(id)?.name ?? id);
  const zones = grant?.reach.areas.flatMap(({ zoneIds }) => zoneIds) ?? [];
  return { office: (grant?.role && OFFICES[grant.role]) ?? '', area: [...units, ...zones].join(', ') };
}
