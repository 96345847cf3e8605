import { isCalendarDate } from '@luutru/calendar';

/** An application as it comes in: right types, nothing checked. */
export interface ApplicationInput {
  readonly kind?: string;
  readonly name?: string;
  readonly stars?: number;
  /** As people write it, with the ward: `12 Nguyễn Thái Học, Phường Hội An, Đà Nẵng`; old names are understood. */
  readonly address?: string;
  readonly rooms?: readonly { readonly code?: string; readonly beds?: number }[];
  readonly departments?: readonly { readonly code?: string; readonly name?: string; readonly beds?: number }[];
  readonly vehicles?: readonly { readonly plate?: string; readonly seats?: number }[];
  readonly industrialZoneId?: string;
  readonly certificate?: { readonly number?: string; readonly issuedOn?: string; readonly expiresOn?: string };
  readonly owner?: { readonly fullName?: string; readonly personalNumber?: string; readonly phone?: string };
}

/** What the rules need to know of the world. */
export interface ApplicationContext {
  readonly today: string;
  /** Undefined for a kind that does not exist. */
  readonly kind:
    | { readonly starsAllowed: boolean; readonly roomRequired: boolean; readonly stayKinds: readonly string[] }
    | undefined;
  readonly wardId: string | null;
  readonly zoneKnown: boolean;
}

export interface ApplicationIssue {
  readonly code: string;
  readonly pointer: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

const MAX_ITEMS = 2_000;

/** All that is wrong with an application; empty when it may go to review. */
export function applicationIssues(input: ApplicationInput, context: ApplicationContext): ApplicationIssue[] {
  const issues: ApplicationIssue[] = [];
  const need = (value: unknown, pointer: string): void => {
    if (value === undefined || value === '') issues.push({ code: 'field-required', pointer });
  };
  need(input.kind, '/kind');
  need(input.name, '/name');
  need(input.address, '/address');
  need(input.owner?.fullName, '/owner/fullName');
  need(input.owner?.personalNumber, '/owner/personalNumber');
  need(input.owner?.phone, '/owner/phone');
  if (input.kind !== undefined && !context.kind) issues.push({ code: 'facility-kind-unknown', pointer: '/kind' });
  if (input.address && context.wardId === null) issues.push({ code: 'ward-not-found', pointer: '/address' });
  const { personalNumber } = input.owner ?? {};
  if (personalNumber !== undefined && !/^\d{12}$/.test(personalNumber)) {
    issues.push({ code: 'personal-number-malformed', pointer: '/owner/personalNumber' });
  }
  if (context.kind) issues.push(...ofKind(input, context.kind, context));
  return [...issues, ...certificateIssues(input, context.today), ...listIssues(input)];
}

function ofKind(
  input: ApplicationInput,
  kind: NonNullable<ApplicationContext['kind']>,
  { zoneKnown }: ApplicationContext,
): ApplicationIssue[] {
  const issues: ApplicationIssue[] = [];
  if (input.stars !== undefined && !kind.starsAllowed) issues.push({ code: 'stars-not-for-kind', pointer: '/stars' });
  if (kind.roomRequired && !input.rooms?.length) issues.push({ code: 'field-required', pointer: '/rooms' });
  if (kind.stayKinds.includes('patient') && !input.departments?.length) {
    issues.push({ code: 'field-required', pointer: '/departments' });
  }
  if (kind.stayKinds.includes('passenger') && !input.vehicles?.length) {
    issues.push({ code: 'field-required', pointer: '/vehicles' });
  }
  if (input.kind === 'nha-o-kcn' && input.industrialZoneId === undefined) {
    issues.push({ code: 'field-required', pointer: '/industrialZoneId' });
  } else if (input.industrialZoneId !== undefined && !zoneKnown) {
    issues.push({ code: 'zone-unknown', pointer: '/industrialZoneId' });
  }
  return issues;
}

/** The certificate of security and order of NĐ 96/2016: given whole or not at all, and in force. */
function certificateIssues({ certificate }: ApplicationInput, today: string): ApplicationIssue[] {
  if (!certificate) return [];
  const issues: ApplicationIssue[] = [];
  if (!certificate.number) issues.push({ code: 'field-required', pointer: '/certificate/number' });
  const { issuedOn, expiresOn } = certificate;
  if (issuedOn === undefined) issues.push({ code: 'field-required', pointer: '/certificate/issuedOn' });
  else if (isCalendarDate(issuedOn) && issuedOn > today) {
    issues.push({ code: 'certificate-not-yet', pointer: '/certificate/issuedOn' });
  }
  if (expiresOn !== undefined && isCalendarDate(expiresOn) && expiresOn < today) {
    issues.push({ code: 'certificate-expired', pointer: '/certificate/expiresOn' });
  }
  return issues;
}

/** Rows without a code, codes given twice, lists that are too long. */
export function listIssues({
  rooms = [],
  departments = [],
  vehicles = [],
}: Pick<ApplicationInput, 'rooms' | 'departments' | 'vehicles'>): ApplicationIssue[] {
  const lists = [
    ['rooms', 'code', rooms.map((room) => room.code)],
    ['departments', 'code', departments.map((department) => department.code)],
    ['vehicles', 'plate', vehicles.map((vehicle) => vehicle.plate)],
  ] as const;
  return lists.flatMap(([list, field, codes]) => [
    ...(codes.length > MAX_ITEMS ? [{ code: 'list-too-long', pointer: `/${list}`, params: { max: MAX_ITEMS } }] : []),
    ...codes.flatMap((code, at) => {
      const pointer = `/${list}/${at}/${field}`;
      if (code === undefined || code === '') return [{ code: 'field-required', pointer }];
      return codes.indexOf(code) < at ? [{ code: 'listed-twice', pointer }] : [];
    }),
  ]);
}
