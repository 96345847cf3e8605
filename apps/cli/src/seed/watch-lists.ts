import { type Caller, type Principal, resolveGrant } from '@luutru/access';
import { localDate } from '@luutru/calendar';
import type { AdminUnits } from '@luutru/reference-data';
import { uuidV7 } from '@luutru/platform';
import {
  deskLevel,
  type EntryInput,
  type EntryService,
  LIST_KINDS,
  type ListFacts,
  type ListService,
  type ProposalService,
} from '@luutru/watch-list';
import { KNOWN_PEOPLE } from './people';
import type { PastEvent } from './stays';

export interface WatchListServices {
  readonly lists: ListService;
  readonly entries: EntryService;
  readonly proposals: ProposalService;
}

interface PlannedList {
  readonly facts: Pick<ListFacts, 'kind' | 'nameVi' | 'nameEn' | 'legalBasis' | 'firstDesk'>;
  readonly entries: readonly EntryInput[];
}

/**
 * Three lists, proposed by one officer of the demo and approved by another, as real ones are. On them stand two invented
 * guests of a hotel of the demo's ward, and the guest of the first thing to try, so that desks have something to take.
 */
export async function keepWatchLists(
  services: WatchListServices,
  units: AdminUnits,
  officers: readonly [proposer: string, approver: string],
  past: readonly PastEvent[],
  wardId: string,
  now: Date,
): Promise<number> {
  const [proposer, approver] = officers.map((id) => officer(id, units, now)) as [Caller, Caller];
  const put = async ({ facts, entries }: PlannedList): Promise<void> => {
    const terms = {
      unitId: 'p48',
      validFrom: localDate(now),
      validUntil: null,
      threshold: LIST_KINDS[facts.kind].threshold,
      acknowledgeMinutes: 10,
      areaUnitId: null,
    };
    const { proposalId, listId } = await services.lists.proposeNew(proposer, { ...terms, ...facts });
    await services.proposals.approve(approver, proposalId);
    const changes = entries.map((entry) => ({ action: 'add', entry, validUntil: null }) as const);
    const added = await services.entries.propose(proposer, listId, changes);
    await services.proposals.approve(approver, added.proposalId);
  };
  const planned = plan(
    past.filter(({ endsAt }) => endsAt > now),
    wardId,
  );
  for (const list of planned) await put(list);
  return planned.reduce((sum, { entries }) => sum + entries.length, 0);
}

function plan(past: readonly PastEvent[], wardId: string): PlannedList[] {
  const guests = past.flatMap((event) =>
    event.what === 'stay' && event.facility.wardId === wardId && event.input.person?.fullName
      ? [event.input.person]
      : [],
  );
  const [one, two] = guests.slice(-2).map(({ fullName = '', birthDate = '', sex }): EntryInput => {
    // As an old register has it: without diacritics, and only the month of birth.
    const bare = fullName.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd');
    return { names: [bare.toUpperCase()], birthDates: [birthDate.slice(0, 7)], ...(sex && { sex: sex }) };
  });
  const [binh] = KNOWN_PEOPLE;
  return [
    {
      facts: {
        kind: 'truy-na',
        nameVi: 'Truy nã (mẫu)',
        nameEn: 'Wanted (sample)',
        legalBasis: 'Điều 231 Bộ luật Tố tụng hình sự; dữ liệu bịa đặt',
        firstDesk: deskLevel('ward'),
      },
      entries: [
        { ...one, names: one?.names ?? ['NGUYEN VAN MAU'], reference: 'TN-MAU-01', note: 'Nhân vật bịa đặt' },
        { names: ['Hà Văn Không Có', 'Không Sẹo'], birthDates: ['1979'], sex: 'M', reference: 'TN-MAU-02' },
      ],
    },
    {
      facts: {
        kind: 'mat-tich',
        nameVi: 'Mất tích (mẫu)',
        nameEn: 'Missing (sample)',
        legalBasis: 'Thông báo tìm người; dữ liệu bịa đặt',
        firstDesk: deskLevel('ward'),
      },
      entries: [
        {
          names: [binh?.fullName ?? ''],
          documentNumbers: [binh?.number ?? ''],
          birthDates: [binh?.birthDate ?? ''],
          reference: 'MT-MAU-01',
          note: 'Khách của bước thử đầu tiên',
        },
      ],
    },
    {
      facts: {
        kind: 'cam-xuat-canh',
        nameVi: 'Cấm xuất cảnh (mẫu)',
        nameEn: 'Exit ban (sample)',
        legalBasis: 'Điều 36 Luật Xuất cảnh, nhập cảnh của công dân Việt Nam; dữ liệu bịa đặt',
        firstDesk: deskLevel('province'),
      },
      entries: [{ ...two, names: two?.names ?? ['TRAN VAN MAU'], reference: 'CXC-MAU-01' }],
    },
  ];
}

/** An account of the demo at work, as its session would make it. */
function officer(accountId: string, units: AdminUnits, now: Date): Caller {
  const stored = { grantId: accountId, role: 'watch-list-officer', scopeKind: 'unit', scopeId: 'p48' } as const;
  const grant = resolveGrant({ ...stored, expiresAt: null, facilityIds: null }, units);
  const principal: Principal = { kind: 'person', id: accountId, grants: [grant], ownIndexes: [] };
  return { principal, requestId: uuidV7(now) };
}
