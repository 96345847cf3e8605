import { toLocalIso } from '@luutru/calendar';

/** A version of a stay as far as the national portal can be told of it. Moments are UTC. */
export interface PortalFacts {
  readonly event: 'arrival' | 'change' | 'departure' | 'cancellation';
  readonly kind: string;
  readonly arrivedAt: Date;
  readonly expectedDepartureAt: Date | null;
  readonly departedAt: Date | null;
  readonly reason: number | null;
  readonly reasonText: string | null;
  readonly note: string | null;
  readonly room: string | null;
  readonly person: {
    readonly fullName: string;
    /** ISO 8601, `YYYY-MM-DD`, or shorter where month or day are not known. */
    readonly birthDate: string;
    readonly sex: string;
    readonly nationality: string;
    readonly phone: string | null;
    readonly documentType: number;
    readonly documentNumber: string | null;
    readonly documentDescription: string | null;
    /** `YYYY-MM-DD` */
    readonly permitUntil: string | null;
    readonly residenceKind: number | null;
    /** The portal's codes. */
    readonly provinceCode: string | null;
    readonly wardCode: string | null;
    readonly address: string | null;
  };
  /** The version before; null for the first. */
  readonly before: { readonly expectedDepartureAt: Date | null; readonly departedAt: Date | null } | null;
}

/** Why the portal is not told. */
export type Untold =
  | 'kbtt-kind-unknown'
  | 'kbtt-without-papers'
  | 'kbtt-birth-date-incomplete'
  | 'kbtt-cannot-say'
  | 'kbtt-ends-by-itself';

export type PortalElement = Readonly<Record<string, string | number>>;

export type PortalCall =
  | { readonly say: 'declare'; readonly about: 'vietnamese' | 'foreigner'; readonly element: PortalElement }
  | { readonly say: 'change'; readonly element: PortalElement }
  | { readonly say: 'nothing'; readonly because: Untold };

/** Travellers of buses have no kind of their own at the portal. */
const KINDS = ['guest', 'tenant', 'patient', 'relative'];
/** How long a declaration holds where nobody said when the person leaves. */
const LONGEST_DAYS = 30;
const OTHER_REASON = 20;

/** What the national portal is to be told of a version of a stay, in its own words. */
export function portalCall(facts: PortalFacts): PortalCall {
  if (!KINDS.includes(facts.kind)) return nothing('kbtt-kind-unknown');
  if (facts.person.documentNumber === null) return nothing('kbtt-without-papers');
  switch (facts.event) {
    case 'arrival':
      return declaration(facts);
    case 'departure':
      return departure(facts);
    case 'change':
      return change(facts);
    case 'cancellation':
      return nothing('kbtt-cannot-say');
  }
}

function declaration(facts: PortalFacts): PortalCall {
  const { person } = facts;
  const stay = {
    ngayDenCsltStr: moment(facts.arrivedAt),
    ngayDiDuKienStr: moment(facts.expectedDepartureAt ?? longest(facts.arrivedAt)),
    soPhong: facts.room ?? '',
  };
  const full = person.birthDate.length === 10;
  if (person.nationality !== 'VNM') {
    return {
      say: 'declare',
      about: 'foreigner',
      element: {
        hoTen: person.fullName,
        quocTich: person.nationality,
        soHoChieu: person.documentNumber ?? '',
        gioiTinh: person.sex,
        loaiNgayThangNamSinh: full ? 'D' : 'Y',
        ngayThangNamSinhStr: full ? person.birthDate : `${person.birthDate.slice(0, 4)}-01-01`,
        ...stay,
        thoiHanTamTruStr: person.permitUntil ?? stay.ngayDiDuKienStr.slice(0, 10),
      },
    };
  }
  if (!full) return nothing('kbtt-birth-date-incomplete');
  const reason = facts.reason ?? OTHER_REASON;
  return {
    say: 'declare',
    about: 'vietnamese',
    element: {
      hoTen: person.fullName,
      gioiTinh: person.sex,
      ngayThangNamSinhStr: person.birthDate,
      ...given('soDienThoai', person.phone),
      ...given('ghiChu', facts.note),
      ...given('noiCuTru', person.residenceKind),
      ...given('maTT', person.provinceCode),
      ...given('maPX', person.wardCode),
      ...given('diaChi', person.address),
      ...stay,
      lyDoCuTru: reason,
      ...(reason === OTHER_REASON && { lyDoChiTiet: facts.reasonText ?? 'Lưu trú' }),
      loaiGiayTo: person.documentType,
      ...given('tenGiayTo', person.documentDescription),
      soGiayTo: person.documentNumber ?? '',
    },
  };
}

/** At the expected departure a stay ends there by itself; only an earlier one is told. */
function departure({ departedAt, expectedDepartureAt, arrivedAt, person }: PortalFacts): PortalCall {
  if (departedAt === null) return nothing('kbtt-cannot-say');
  const expected = expectedDepartureAt ?? longest(arrivedAt);
  if (departedAt >= expected) return nothing('kbtt-ends-by-itself');
  return { say: 'change', element: { loai: 'TS', ...document(person) } };
}

/** Of all corrections the portal knows a later departure only. */
function change({ before, departedAt, expectedDepartureAt, person }: PortalFacts): PortalCall {
  const later =
    before !== null &&
    before.departedAt === null &&
    departedAt === null &&
    expectedDepartureAt !== null &&
    before.expectedDepartureAt !== null &&
    expectedDepartureAt > before.expectedDepartureAt;
  if (!later) return nothing('kbtt-cannot-say');
  return { say: 'change', element: { loai: 'GH', ...document(person), thoiGianStr: moment(expectedDepartureAt) } };
}

const nothing = (because: Untold): PortalCall => ({ say: 'nothing', because });

const document = ({ documentType, documentNumber }: PortalFacts['person']): PortalElement => ({
  loaiGiayTo: documentType,
  soGiayTo: documentNumber ?? '',
});

const given = (field: string, value: string | number | null): PortalElement =>
  value === null || value === '' ? {} : { [field]: value };

const longest = (arrivedAt: Date): Date => new Date(arrivedAt.getTime() + LONGEST_DAYS * 86_400_000);

/** `YYYY-MM-DD HH:mm:ss`, Vietnamese time. */
const moment = (at: Date): string => toLocalIso(at).slice(0, 19).replace('T', ' ');
