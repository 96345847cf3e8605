import { Inject, Injectable } from '@nestjs/common';
import { localDate } from '@luutru/calendar';
import type { Choice, Choices, ChoiceTable } from '@luutru/declaration-file';
import { FacilityReadModel } from '@luutru/facility';
import { CLOCK, type Clock, Database, NO_FACILITY } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';

const FIXED: Readonly<Partial<Record<ChoiceTable, readonly Choice[]>>> = {
  sex: [
    { code: 'M', label: { vi: 'Nam', en: 'Male' } },
    { code: 'F', label: { vi: 'Nữ', en: 'Female' } },
  ],
  'birth-date-precision': [
    { code: 'D', label: { vi: 'Ngày', en: 'Day' } },
    { code: 'Y', label: { vi: 'Năm', en: 'Year' } },
  ],
  'hospital-role': [
    { code: 'patient', label: { vi: 'Bệnh nhân', en: 'Patient' } },
    { code: 'relative', label: { vi: 'Thân nhân', en: 'Relative' } },
  ],
};

/** The tables behind the columns of forms, as they are today at a facility. */
@Injectable()
export class BatchChoices {
  constructor(
    private readonly reference: ReferenceDataService,
    private readonly facilities: FacilityReadModel,
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param facilityId null: without what only a facility has (departments, stops) */
  async of(facilityId: string | null): Promise<Choices> {
    const facility = facilityId === null ? null : await this.facilities.find(facilityId);
    const zones = await this.zones();
    const stops = new Map(
      (facility?.routes ?? []).flatMap(({ stops: all }) => all).map((stop) => [stop.code, stop.name]),
    );
    const own: Readonly<Partial<Record<ChoiceTable, readonly Choice[]>>> = {
      ...FIXED,
      department: (facility?.departments ?? []).map(({ code, name }) => named(code, name)),
      stop: [...stops].map(([code, name]) => named(code, name)),
      'industrial-zone': zones,
    };
    return { list: (table) => own[table] ?? this.common(table) };
  }

  private common(table: ChoiceTable): readonly Choice[] {
    const day = localDate(this.clock.now());
    const { adminUnits, codeTables } = this.reference;
    if (table === 'province' || table === 'ward') {
      return adminUnits.all
        .filter(({ level, validTo, kbttCode }) => level === table && validTo === null && kbttCode !== null)
        .map(({ kbttCode, name, nameEn }) => ({ code: kbttCode ?? '', label: { vi: name, en: nameEn } }));
    }
    return (codeTables.list(table, day) ?? []).map(({ code, labelVi, labelEn }) => ({
      code,
      label: { vi: labelVi, en: labelEn },
    }));
  }

  private async zones(): Promise<Choice[]> {
    const [result] = await this.database.run<{ code: string; name: string }>(NO_FACILITY, {
      name: 'industrial_zone_choices',
      text: 'SELECT zone_id AS code, name FROM industrial_zone ORDER BY zone_id',
      values: [],
    });
    return (result?.rows ?? []).map(({ code, name }) => named(code, name));
  }
}

const named = (code: string, name: string): Choice => ({ code, label: { vi: name, en: name } });
