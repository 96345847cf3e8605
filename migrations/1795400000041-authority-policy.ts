import type { MigrationInterface, QueryRunner } from 'typeorm';

const LODGING = ['khach-san', 'nha-nghi', 'nha-khach', 'nha-cong-vu', 'nha-tro', 'nha-cho-thue', 'ho-gia-dinh'];

/** What each authority may read of stays, facilities and trips, as versions that never change (ADR 0030). */
export class AuthorityPolicy1795400000041 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE authority_policy_proposal (
        proposal_id  uuid PRIMARY KEY,
        policy_id    text NOT NULL,
        base_version integer NOT NULL,
        content      jsonb NOT NULL,
        state        text NOT NULL CHECK (state IN ('open', 'approved', 'refused', 'cancelled')),
        proposed_by  text NOT NULL,
        proposed_at  timestamptz NOT NULL,
        decided_by   text,
        decided_at   timestamptz,
        CHECK ((state = 'open') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
        CONSTRAINT authority_policy_four_eyes CHECK (state NOT IN ('approved', 'refused') OR decided_by <> proposed_by)
      );
      CREATE INDEX authority_policy_proposal_state ON authority_policy_proposal (state, proposed_at);

      CREATE TABLE authority_policy (
        policy_id      text NOT NULL,
        version        integer NOT NULL CHECK (version > 0),
        name_vi        text NOT NULL,
        name_en        text NOT NULL,
        legal_basis    text NOT NULL,
        facility_kinds text[] NOT NULL,
        area_unit_ids  text[] NOT NULL DEFAULT '{}',
        area_zone_ids  text[] NOT NULL DEFAULT '{}',
        stay_kinds     text[] NOT NULL,
        stays_form     text CHECK (stays_form IN ('rows', 'counts')),
        fields         text[] NOT NULL,
        purposes       text[] NOT NULL CHECK (cardinality(purposes) > 0),
        exports        boolean NOT NULL,
        cell_size      smallint NOT NULL CHECK (cell_size >= 5),
        at             timestamptz NOT NULL,
        proposed_by    text NOT NULL,
        approved_by    text NOT NULL,
        proposal_id    uuid REFERENCES authority_policy_proposal,
        PRIMARY KEY (policy_id, version),
        -- Only what was shipped came without two people.
        CHECK (version = 1 OR (proposal_id IS NOT NULL AND proposed_by <> approved_by))
      );

      CREATE TABLE authority_order (salt bytea NOT NULL);
      INSERT INTO authority_order VALUES (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

      GRANT SELECT, INSERT ON authority_policy, authority_policy_proposal TO luutru_app;
      GRANT UPDATE (state, decided_by, decided_at) ON authority_policy_proposal TO luutru_app;
    `);
    await this.ship(q);
  }

  /** What authorities have business with, as the plan's models say; whatever comes after takes two administrators. */
  private async ship(q: QueryRunner): Promise<void> {
    const basis = 'Luật Cư trú 68/2020/QH14; Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Kế hoạch 43 mô hình Đề án 06';
    const statistics = ['thong-ke', 'bao-cao'];
    const all = [...LODGING, 'nha-o-kcn', 'co-so-kham-chua-benh', 'nha-xe'];
    const lodging = [
      'name:business',
      'facilityKind:plain',
      'stars:plain',
      'ward:plain',
      'status:plain',
      'rooms:plain',
      'beds:plain',
    ];
    const shipped: [string, string, string, string[], string[], string | null, string[], string[], boolean][] = [
      [
        'tourism-analyst',
        'Ngành du lịch: lưu trú du lịch',
        'Tourism: lodging',
        LODGING,
        ['guest', 'tenant'],
        'rows',
        [
          ...[
            'arrivedOn:day',
            'facilityKind:plain',
            'stars:plain',
            'ward:plain',
            'stayKind:plain',
            'nationality:plain',
          ],
          ...['origin:province', 'nights:plain', 'reason:plain', 'birth:age-band'],
        ]
          .map((field) => `stays.${field}`)
          .concat(lodging.map((field) => `facilities.${field}`)),
        [...statistics, 'quan-ly-nganh'],
        true,
      ],
      [
        'health-analyst',
        'Ngành y tế: cơ sở khám chữa bệnh',
        'Health: medical facilities',
        ['co-so-kham-chua-benh'],
        ['patient', 'relative'],
        'counts',
        ['arrivedOn:month', 'ward:plain', 'stayKind:plain', 'department:plain', 'nights:band', 'origin:province']
          .map((field) => `stays.${field}`)
          .concat(['name:business', 'ward:plain', 'status:plain'].map((field) => `facilities.${field}`)),
        [...statistics, 'quan-ly-nganh'],
        true,
      ],
      [
        'zone-analyst',
        'Ban quản lý khu công nghiệp: nhà ở khu công nghiệp',
        'Industrial-zone board: zone housing',
        ['nha-o-kcn'],
        ['tenant', 'guest'],
        'counts',
        [
          ...['arrivedOn:month', 'zone:plain', 'employer:plain', 'origin:province', 'nights:band'],
          ...['nationality:foreign', 'longStay:plain'],
        ]
          .map((field) => `stays.${field}`)
          .concat(
            ['name:business', 'zone:plain', 'ward:plain', 'status:plain', 'rooms:plain', 'beds:plain'].map(
              (f) => `facilities.${f}`,
            ),
          ),
        [...statistics, 'quan-ly-nganh'],
        true,
      ],
      [
        'transport-analyst',
        'Ngành giao thông: chuyến xe và số hành khách',
        'Transport: trips and passengers',
        ['nha-xe'],
        [],
        null,
        ['departsOn:day', 'operator:business', 'route:plain', 'state:plain', 'passengers:count']
          .map((field) => `trips.${field}`)
          .concat(
            ['name:business', 'ward:plain', 'status:plain', 'vehicles:plain'].map((field) => `facilities.${field}`),
          ),
        [...statistics, 'quan-ly-nganh'],
        true,
      ],
      [
        'provincial-leader',
        'Lãnh đạo tỉnh, IOC: chỉ số liệu tổng hợp',
        "Province's leaders: aggregates only",
        all,
        [],
        null,
        [],
        statistics,
        false,
      ],
    ];
    for (const [id, vi, en, kinds, stayKinds, form, fields, purposes, exports] of shipped) {
      await q.query(
        `INSERT INTO authority_policy (policy_id, version, name_vi, name_en, legal_basis, facility_kinds, stay_kinds,
                                       stays_form, fields, purposes, exports, cell_size, at, proposed_by, approved_by)
         VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 5, now(), 'system', 'system')`,
        [id, vi, en, basis, kinds, stayKinds, form, fields, purposes, exports],
      );
    }
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE authority_order, authority_policy, authority_policy_proposal');
  }
}
