import { addDays, localDate, parseMoment } from '@luutru/calendar';
import type { DeclarationInput } from '@luutru/declaration';
import type { Issue } from '@luutru/platform';

/** An element as the national portal's API takes it; anything may be missing or of another type. */
export type PortalElement = Readonly<Record<string, unknown>>;

export interface ReadElement {
  readonly input: DeclarationInput;
  /** Faults that the portal itself would find; pointers lead into the input. */
  readonly issues: readonly Issue[];
}

type Kind = NonNullable<DeclarationInput['kind']>;
const PASSPORT = 4;
const TOURISM = 1;

/** What no database and no screen can show: control characters, halves of characters. */
const UNUSABLE = /[\u0000-\u001F\u007F\uFFFD]|\p{Surrogate}/gu;

/** A text field, trimmed; undefined where there is none. Numbers are taken for their digits. */
function text(element: PortalElement, field: string): string | undefined {
  const value = Object.hasOwn(element, field) ? element[field] : undefined;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  return value.replace(UNUSABLE, ' ').trim().normalize('NFC').slice(0, 500) || undefined;
}

function code(element: PortalElement, field: string): number | undefined {
  const value = text(element, field);
  return value !== undefined && /^\d{1,3}$/.test(value) ? Number(value) : undefined;
}

/** Reads an element of `kbtt-vn/kbtt-3th`. Photos are neither read nor kept. */
export function readVietnamese(element: PortalElement, kind: Kind, now: Date): ReadElement {
  const arrival = text(element, 'ngayDenCsltStr');
  const departure = text(element, 'ngayDiDuKienStr');
  const reason = code(element, 'lyDoCuTru');
  const input: DeclarationInput = {
    kind,
    person: {
      fullName: text(element, 'hoTen'),
      birthDate: text(element, 'ngayThangNamSinhStr'),
      sex: sexOf(element),
      phone: text(element, 'soDienThoai'),
      document: {
        type: code(element, 'loaiGiayTo'),
        number: text(element, 'soGiayTo'),
        description: text(element, 'tenGiayTo'),
      },
      residence: {
        kind: code(element, 'noiCuTru'),
        provinceCode: text(element, 'maTT'),
        wardCode: text(element, 'maPX'),
        address: text(element, 'diaChi'),
      },
    },
    arrivedAt: arrival,
    expectedDepartureAt: departure,
    reason,
    reasonText: text(element, 'lyDoChiTiet'),
    note: text(element, 'ghiChu'),
    place: placeOf(element, kind),
  };
  return { input, issues: [...portalDates(arrival, departure, now)] };
}

/** Reads an element of `kbtt/kbtt-3th`, about a foreigner. */
export function readForeigner(element: PortalElement, kind: Kind, now: Date): ReadElement {
  const arrival = text(element, 'ngayDenCsltStr');
  const departure = text(element, 'ngayDiDuKienStr');
  const born = text(element, 'ngayThangNamSinhStr');
  const yearOnly = text(element, 'loaiNgayThangNamSinh')?.toUpperCase() === 'Y';
  const permitUntil = text(element, 'thoiHanTamTruStr')?.slice(0, 10);
  const issues = [...portalDates(arrival, departure, now)];
  if (permitUntil === undefined) issues.push({ code: 'field-required', pointer: '/person/permitUntil' });
  const input: DeclarationInput = {
    kind,
    person: {
      fullName: text(element, 'hoTen'),
      birthDate: yearOnly ? born?.slice(0, 4) : born,
      sex: sexOf(element),
      nationality: text(element, 'quocTich')?.toUpperCase(),
      document: { type: PASSPORT, number: text(element, 'soHoChieu') },
      permitUntil,
    },
    arrivedAt: arrival,
    expectedDepartureAt: departure,
    reason: TOURISM,
    place: placeOf(element, kind),
  };
  return { input, issues };
}

function sexOf(element: PortalElement): 'M' | 'F' | undefined {
  const sex = text(element, 'gioiTinh')?.toUpperCase();
  return sex === 'M' || sex === 'F' ? sex : undefined;
}

function placeOf(element: PortalElement, kind: Kind): DeclarationInput['place'] {
  const room = text(element, 'soPhong');
  return kind === 'tenant' ? { unit: room } : { room };
}

/** The portal knows arrivals of today and yesterday only, and no departure before yesterday. */
function* portalDates(arrival: string | undefined, departure: string | undefined, now: Date): Generator<Issue> {
  const today = localDate(now);
  const yesterday = addDays(today, -1);
  const [arrived, leaves] = [dayOf(arrival), dayOf(departure)];
  // In this order: of several faults of an element the first is said.
  const before = arrived !== null && leaves !== null && leaves < arrived;
  if (leaves !== null && leaves < yesterday && !before)
    yield { code: 'kbtt-departure-past', pointer: '/expectedDepartureAt' };
  if (arrived !== null && arrived !== today && arrived !== yesterday) {
    yield { code: 'kbtt-arrival-day', pointer: '/arrivedAt' };
  }
  if (before) yield { code: 'kbtt-departure-before-arrival', pointer: '/expectedDepartureAt' };
}

function dayOf(moment: string | undefined): string | null {
  const read = moment === undefined ? undefined : parseMoment(moment);
  return read?.ok ? localDate(read.at) : null;
}

/** An element of `doi-ngay-tra-phong`. */
export type PortalChange =
  | {
      readonly ok: true;
      readonly action: 'TS' | 'GH';
      readonly document: { readonly type: number; readonly number: string };
      /** The new departure, for GH. */
      readonly until: string | undefined;
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

export function readChange(element: PortalElement): PortalChange {
  const action = text(element, 'loai')?.toUpperCase();
  const type = code(element, 'loaiGiayTo');
  const number = text(element, 'soGiayTo');
  const issues: Issue[] = [];
  if (action !== 'TS' && action !== 'GH') issues.push({ code: 'kbtt-change-kind', pointer: '/loai' });
  if (type === undefined || type < 1 || type > 8) issues.push({ code: 'kbtt-document-type', pointer: '/loaiGiayTo' });
  if (number === undefined) issues.push({ code: 'field-required', pointer: '/person/document/number' });
  const until = text(element, 'thoiGianStr');
  if (action === 'GH' && until === undefined) issues.push({ code: 'field-required', pointer: '/expectedDepartureAt' });
  if (issues.length > 0 || type === undefined || number === undefined) return { ok: false, issues };
  return { ok: true, action: action as 'TS' | 'GH', document: { type, number }, until };
}
