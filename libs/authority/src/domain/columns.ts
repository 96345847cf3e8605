/** What an authority may ask for. */
export const RESOURCES = ['stays', 'facilities', 'trips'] as const;
export type Resource = (typeof RESOURCES)[number];

/** How stays are shown: one row each, or counts of those that are alike in every column of the policy. */
export const STAY_FORMS = ['rows', 'counts'] as const;
export type StayForm = (typeof STAY_FORMS)[number];

interface Mask {
  /** The column of the masked view. */
  readonly view: string;
  readonly vi: string;
  readonly en: string;
  /** Of stays: the only form that offers it; absent: both. */
  readonly form?: StayForm;
}

export interface ColumnDefinition {
  readonly vi: string;
  readonly en: string;
  readonly masks: Readonly<Record<string, Mask>>;
  /** A query parameter of the same name narrows a read to one value. */
  readonly filter?: true;
  /** Where its codes are explained: administrative units, or a code table. */
  readonly codes?: string;
}

const plain = (view: string, form?: StayForm): Record<string, Mask> => ({
  plain: { view, vi: 'nguyên giá trị', en: 'as it is', ...(form && { form }) },
});

const table = <K extends Resource>(columns: Record<K, Record<string, ColumnDefinition>>) => columns;

/**
 * Every column that a policy may name, with the maskings there are. Whatever is not here is absent for every authority:
 * names (also their initials: they are sealed, and the views have no key), numbers, phones, address lines, rooms, notes,
 * diagnoses, and every id that leads to a stay, a patient or a trip. test/medium/authority-walk.spec.ts holds the views to it.
 */
export const COLUMNS = table({
  stays: {
    arrivedOn: {
      vi: 'Ngày đến',
      en: 'Arrived on',
      masks: {
        day: { view: 'arrived_on', vi: 'theo ngày', en: 'the day', form: 'rows' },
        month: { view: 'arrived_in', vi: 'theo tháng', en: 'the month', form: 'counts' },
      },
    },
    facilityKind: {
      vi: 'Loại cơ sở',
      en: 'Kind of facility',
      masks: plain('facility_kind'),
      filter: true,
      codes: 'facility-kind',
    },
    stars: { vi: 'Hạng sao', en: 'Stars', masks: plain('stars') },
    ward: { vi: 'Phường, xã', en: 'Ward', masks: plain('ward_id'), filter: true, codes: 'admin-unit' },
    zone: { vi: 'Khu công nghiệp', en: 'Industrial zone', masks: plain('industrial_zone_id'), filter: true },
    stayKind: { vi: 'Loại lưu trú', en: 'Kind of stay', masks: plain('stay_kind'), filter: true },
    nationality: {
      vi: 'Quốc tịch',
      en: 'Nationality',
      masks: {
        ...plain('nationality'),
        foreign: { view: 'foreigner', vi: 'người nước ngoài hay không', en: 'foreign or not' },
      },
      filter: true,
      codes: 'nationality',
    },
    origin: {
      vi: 'Tỉnh, thành phố nơi cư trú',
      en: 'Province of origin',
      masks: { province: { view: 'origin_province_id', vi: 'tỉnh, thành phố', en: 'the province' } },
      filter: true,
      codes: 'admin-unit',
    },
    nights: {
      vi: 'Số đêm',
      en: 'Nights',
      masks: {
        plain: { view: 'nights', vi: 'số đêm', en: 'the number', form: 'rows' },
        band: { view: 'nights_band', vi: 'theo khoảng', en: 'a band' },
      },
    },
    longStay: {
      vi: 'Từ 30 ngày',
      en: 'Thirty days or more',
      masks: {
        ...plain('long_stay'),
        unregistered: {
          view: 'long_stay',
          vi: 'công dân chưa ghi nhận đăng ký tạm trú',
          en: 'citizens whose temporary residence is not recorded as registered',
          form: 'counts',
        },
      },
    },
    reason: { vi: 'Lý do', en: 'Reason', masks: plain('reason'), codes: 'stay-reason' },
    birth: {
      vi: 'Năm sinh',
      en: 'Born',
      masks: {
        'birth-year': { view: 'birth_year', vi: 'năm sinh', en: 'the year' },
        'age-band': { view: 'birth_decade', vi: 'thập niên sinh', en: 'the decade' },
      },
    },
    sex: { vi: 'Giới tính', en: 'Sex', masks: plain('sex') },
    department: { vi: 'Khoa', en: 'Department', masks: plain('department', 'counts'), filter: true },
    employer: { vi: 'Nơi làm việc', en: 'Employer', masks: plain('employer', 'counts') },
  },
  facilities: {
    name: {
      vi: 'Tên cơ sở',
      en: 'Name',
      masks: {
        business: {
          view: 'name',
          vi: 'chỉ cơ sở kinh doanh; nhà trọ, nhà cho thuê, hộ gia đình thường mang tên người',
          en: 'of businesses only: rooms to let and households are often called after a person',
        },
      },
    },
    facilityKind: {
      vi: 'Loại cơ sở',
      en: 'Kind of facility',
      masks: plain('facility_kind'),
      filter: true,
      codes: 'facility-kind',
    },
    stars: { vi: 'Hạng sao', en: 'Stars', masks: plain('stars') },
    ward: { vi: 'Phường, xã', en: 'Ward', masks: plain('ward_id'), filter: true, codes: 'admin-unit' },
    zone: { vi: 'Khu công nghiệp', en: 'Industrial zone', masks: plain('industrial_zone_id'), filter: true },
    status: { vi: 'Tình trạng', en: 'Status', masks: plain('status'), filter: true },
    rooms: { vi: 'Số phòng', en: 'Rooms', masks: plain('rooms') },
    beds: { vi: 'Số giường', en: 'Beds', masks: plain('beds') },
    vehicles: { vi: 'Số xe', en: 'Vehicles', masks: plain('vehicles') },
  },
  trips: {
    departsOn: {
      vi: 'Ngày khởi hành',
      en: 'Departs on',
      masks: { day: { view: 'departs_on', vi: 'theo ngày', en: 'the day' } },
    },
    operator: {
      vi: 'Nhà xe',
      en: 'Operator',
      masks: { business: { view: 'operator', vi: 'tên cơ sở kinh doanh', en: 'the name of a business' } },
    },
    ward: { vi: 'Phường, xã của nhà xe', en: 'Ward', masks: plain('ward_id'), filter: true, codes: 'admin-unit' },
    route: { vi: 'Tuyến', en: 'Route', masks: plain('route_code'), filter: true },
    state: { vi: 'Tình trạng', en: 'State', masks: plain('state'), filter: true },
    passengers: {
      vi: 'Số hành khách',
      en: 'Passengers',
      masks: {
        count: { view: 'passengers', vi: 'để trống khi ít hơn ngưỡng', en: 'nothing below the cell size' },
      },
    },
  },
});

/** A column of a policy with the masking it is shown in. */
export interface PolicyColumn {
  readonly resource: Resource;
  readonly column: string;
  readonly masking: string;
}

/** The definition of a column; undefined when no policy may name it. */
export const columnOf = (resource: Resource, column: string): ColumnDefinition | undefined => {
  const columns: Readonly<Record<string, ColumnDefinition>> = COLUMNS[resource];
  return Object.hasOwn(columns, column) ? columns[column] : undefined;
};

/** The masking of a column; undefined when there is none of that name. */
export const maskOf = (definition: ColumnDefinition, masking: string): Mask | undefined =>
  Object.hasOwn(definition.masks, masking) ? definition.masks[masking] : undefined;

/** As policies are stored and as the views read them: `stays.nationality:plain`. */
export const fieldOf = ({ resource, column, masking }: PolicyColumn): string => `${resource}.${column}:${masking}`;

export function readField(field: string): PolicyColumn {
  const [, resource = '', column = '', masking = ''] = /^(\w+)\.(\w+):([\w-]+)$/.exec(field) ?? [];
  return { resource: resource as Resource, column, masking };
}
