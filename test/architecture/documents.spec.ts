import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isMachinePermission,
  isPartnerPermission,
  needsStepUp,
  type Permission,
  PERMISSIONS,
  type Role,
  ROLES,
} from '@luutru/access';
import { BATCH_LIFE, BATCH_STATES, type BatchState } from '@luutru/batch';
import { type BandRule, INDICATOR_IDS, INDICATORS, SHEET_COLUMNS, type SilenceRule } from '@luutru/compliance';
import { EVENT_OF, STAY_ACTIONS, STAY_LIFE, STAY_STATES, type StayState } from '@luutru/declaration';
import { TRIP_ACTIONS, TRIP_LIFE, type TripState } from '@luutru/departures';
import { projectRoot } from '@luutru/platform';
import { readBundledRows } from '@luutru/reference-data';
import {
  CLASSES,
  DAY_MEASURES,
  DIMENSIONS,
  dimensionsOf,
  FORM_MEASURES,
  GRACE_DAYS,
  HIDDEN_CODES,
  isClosedMeasure,
  MEASURE_IDS,
  type MeasureDefinition,
  MEASURES,
  NOW_MEASURES,
  OPEN_COLUMNS,
  OPEN_THRESHOLD,
  SORT_IDS,
} from '@luutru/statistics';
import { openApiDocument } from '../../apps/api/src/http/openapi';
import { statusOf } from '../../apps/api/src/http/problem';
import { errorDefinitions, issueDefinitions } from '../../apps/api/src/problem-catalogue';
import { AppError } from '../../libs/platform/src/errors/app-error';
import { EXAMPLE_PATIENT_ID, EXAMPLE_TRIP_ID } from '../../apps/api/src/stay/stay.examples';
import { NORTHBOUND } from '../support/builders';
import { clientOperations, clientTypes, operationsOf } from '../support/client-source';
import { collection } from '../support/collection-source';
import { routeInventory } from '../support/route-inventory';
import { createTestApi, type TestApi } from '../support/test-api';

/** `npm run docs` sets this: documents are then written instead of compared. */
const UPDATE = process.env.UPDATE_DOCS === '1';

function agrees(file: string, text: string, folder = 'docs'): void {
  const path = join(projectRoot(), folder, file);
  if (UPDATE) writeFileSync(path, `${text}\n`);
  const written = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (written !== `${text}\n`) throw new Error(`${folder}/${file} is out of date: run npm run docs`);
  expect(written.length).toBeGreaterThan(200);
}

function batchCell(state: BatchState, action: string): string {
  const next = BATCH_LIFE[state][action as 'commit' | 'cancel'];
  return next === undefined ? '—' : (next ?? 'soon cancelled');
}

describe('documents made from the code', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi();
  });
  afterAll(() => api.close());

  const document = () => openApiDocument(api.app, api.clock.now());

  it('docs/openapi.json', () => agrees('openapi.json', JSON.stringify(document(), null, 2)));

  it('docs/luutru.postman_collection.json', () =>
    agrees('luutru.postman_collection.json', JSON.stringify(collection(document(), api.clock.now()), null, 2)));

  it('sdk/typescript', async () => {
    agrees('api.ts', await clientTypes(document()), 'sdk/typescript/src');
    agrees('operations.ts', clientOperations(document()), 'sdk/typescript/src');
  });

  it('describes every operation once, with its answer, its parameters and who may call it', () => {
    const { components } = document();
    const operations = operationsOf(document()).map((one) => ({ ...one, name: `${one.method} ${one.path}` }));
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids.length).toBeGreaterThan(100);
    expect(new Set(ids).size).toBe(ids.length);
    const faults = operations.flatMap(({ name, path, operation }) => {
      const parameters = (operation.parameters ?? []).map((parameter) =>
        'name' in parameter ? `${parameter.in} ${parameter.name}` : '',
      );
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => `path ${match[1] ?? ''}`);
      const schemes = (operation.security ?? []).flatMap((scheme) => Object.keys(scheme));
      return [
        ...(new Set(parameters).size < parameters.length ? [`${name}: a parameter twice`] : []),
        ...inPath.filter((wanted) => !parameters.includes(wanted)).map((wanted) => `${name}: no ${wanted}`),
        ...(Object.keys(operation.responses).some((status) => /^[23]/.test(status)) ? [] : [`${name}: no answer`]),
        ...schemes.filter((scheme) => !(scheme in (components?.securitySchemes ?? {}))).map((s) => `${name}: ${s}?`),
      ];
    });
    expect(faults).toEqual([]);
    const named = [...JSON.stringify(document()).matchAll(/"#\/components\/schemas\/([^"]*)"/g)].map(
      (match) => match[1],
    );
    expect(named.filter((name = '') => !(name in (components?.schemas ?? {})))).toEqual([]);

    const securityOf = new Map(operations.map(({ name, operation }) => [name, operation.security ?? []]));
    for (const { route, access } of routeInventory(api.app)) {
      const [method = '', path = ''] = route.split(' ');
      const security = securityOf.get(`${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
      if (!security || !access || path.startsWith('/authorization-service/')) continue;
      const permission = 'permission' in access ? access.permission : '';
      const people = 'publicBecause' in access || isPartnerPermission(permission) ? [] : ['session'];
      const machines = isMachinePermission(permission) || isPartnerPermission(permission) ? ['bearer'] : [];
      const wanted = [...machines, ...people];
      expect([route, [...new Set(security.flatMap((scheme) => Object.keys(scheme)))].sort()]).toEqual([route, wanted]);
    }
  });

  it('docs/errors.md', () => {
    const cell = (text: string): string => text.replaceAll('|', '\\|');
    const problems = errorDefinitions.map(
      ({ code, kind, title, detail }) =>
        `| \`${code}\` | ${statusOf(new AppError(code, kind))} | ${cell(title.vi)} — ${cell(detail.vi)} | ${cell(title.en)} — ${cell(detail.en)} |`,
    );
    const issues = issueDefinitions.map(
      ({ code, message, fix }) =>
        `| \`${code}\` | ${cell(message.vi)}. ${cell(fix.vi)} | ${cell(message.en)}. ${cell(fix.en)} |`,
    );
    agrees(
      'errors.md',
      [
        '# Mã lỗi · Error codes\n',
        'Made from the code by `npm run docs`. Problems follow RFC 9457; each code is also explained at `/problems/{code}`.\n',
        '## Problems\n',
        '| code | status | vi | en |\n| --- | --- | --- | --- |',
        ...problems,
        '\n## Issues of single fields (`errors[]` and `warnings[]`)\n',
        '| code | vi | en |\n| --- | --- | --- |',
        ...issues,
      ].join('\n'),
    );
  });

  it('docs/routes.md', () => {
    const rows = routeInventory(api.app)
      .sort((a, b) => (a.route < b.route ? -1 : 1))
      .map(({ route, access }) => {
        if (!access) throw new Error(`${route} says nothing of access`);
        if ('session' in access) return `| \`${route}\` | session: ${access.session} | |`;
        return 'permission' in access
          ? `| \`${route}\` | \`${access.permission}\` | ${PERMISSIONS[access.permission].vi} · ${PERMISSIONS[access.permission].en} |`
          : `| \`${route}\` | public | ${access.publicBecause} |`;
      });
    agrees(
      'routes.md',
      [
        '# Routes and permissions',
        '',
        'Made from the code by `npm run docs`.',
        '',
        '| route | permission | |',
        '| --- | --- | --- |',
        ...rows,
      ].join('\n'),
    );
  });

  it('docs/stay-life.md', () => {
    const words: Readonly<Record<StayState, string>> = {
      in_house: 'Đang lưu trú',
      overdue: 'Quá hạn',
      departed: 'Đã trả phòng',
      left_early: 'Trả sớm',
      cancelled: 'Đã hủy',
    };
    const rows = STAY_STATES.map((state) => {
      const cells = STAY_ACTIONS.map((action) => STAY_LIFE[state][action]?.join(', ') ?? '—');
      return `| \`${state}\` ${words[state]} | ${cells.join(' | ')} |`;
    });
    const batch = BATCH_STATES.map(
      (state) => `| \`${state}\` | ${['commit', 'cancel'].map((action) => batchCell(state, action)).join(' | ')} |`,
    );
    const trips = (Object.keys(TRIP_LIFE) as TripState[]).map(
      (state) => `| \`${state}\` | ${TRIP_ACTIONS.map((action) => TRIP_LIFE[state][action] ?? '—').join(' | ')} |`,
    );
    agrees(
      'stay-life.md',
      [
        '# The life of a stay, of a trip, and of a batch',
        '',
        'Made from the code by `npm run docs`. State x action: the states it may lead to; — is refused with 409 and the present state and version.',
        'Time alone turns `in_house` into `overdue` at the expected departure; that is no version and no event.',
        '',
        `| state | ${STAY_ACTIONS.join(' | ')} |`,
        `| --- |${' --- |'.repeat(STAY_ACTIONS.length)}`,
        ...rows,
        `| event told | ${STAY_ACTIONS.map((action) => EVENT_OF[action]).join(' | ')} |`,
        '',
        `| trip | ${TRIP_ACTIONS.join(' | ')} |`,
        `| --- |${' --- |'.repeat(TRIP_ACTIONS.length)}`,
        ...trips,
        '',
        '| batch | commit | cancel |',
        '| --- | --- | --- |',
        ...batch,
      ].join('\n'),
    );
  });

  it('docs/compliance.md', () => {
    const rule = (key: string) => {
      const found = readBundledRows().rules.find((one) => one.key === key && one.validTo === null);
      if (!found) throw new Error(`No rule ${key}`);
      return found;
    };
    const { bands, points } = rule('compliance.bands').value as BandRule;
    const silence = rule('compliance.silence').value as SilenceRule;
    const fine = rule('fine.not-declaring');
    const share = (id: string, value: number): string =>
      INDICATORS[id as keyof typeof INDICATORS].unit === 'percent'
        ? `${Math.round(value * 1000) / 10} %`
        : String(value);
    const rows = INDICATOR_IDS.map((id) => {
      const { vi, en, definitionVi, definitionEn, unit, sourceVi } = INDICATORS[id];
      const band = id === 'silence' ? null : bands[id];
      const cells = band ? [share(id, band.limit), share(id, band.far), band.minimum || ''] : ['see below', '', ''];
      return `| \`${id}\` | ${vi} · ${en} | ${definitionVi}. · ${definitionEn}. | ${unit} | ${cells.join(' | ')} | ${sourceVi} |`;
    });
    const { bands: fines } = fine.value as {
      bands: { fromGuests: number; toGuests: number | null; minVnd: number; maxVnd: number }[];
    };
    agrees(
      'compliance.md',
      [
        '# Chấp hành khai báo · How facilities declare',
        '',
        'Made from the code and the dated rules by `npm run docs`. Figures are by day of arrival over 28 days, today included, and leave',
        'cancelled stays out; they are reckoned by the worker within a minute of a change. No figure decides anything.',
        '',
        '## Indicators',
        '',
        '| id | | definition | unit | outside above | far above | shown from | source |',
        '| --- | --- | --- | --- | --- | --- | --- | --- |',
        ...rows,
        '',
        '## Points and ranks',
        '',
        `A facility's points are the sum over its indicators outside their bands: ${points.outside} each, ${points.far} when far outside, ${points.silent} for silence; nothing else`,
        'counts. Facilities are listed by points, then by id. Wards are ranked by points for each facility that may work, then by points,',
        'then by id; wards without such a facility come last.',
        '',
        '## Silence',
        '',
        '| parameter of `compliance.silence` | value |',
        '| --- | --- |',
        ...Object.entries(silence).map(
          ([name, value]) => `| ${name} | ${typeof value === 'object' ? JSON.stringify(value) : String(value)} |`,
        ),
        '',
        'The whole days since the last declaration (and since a facility was reinstated; days lost to outages left out) are held against what',
        'the same weekdays brought in the `historyDays` before it. K declarations would be expected; when guests come in groups of about s',
        '(the dispersion of the daily counts, at least 1), chance alone makes such a silence with exp(-K/s). A facility is silent when that is',
        'at most `chance` and at least `minimumSilentDays` have passed. K is lowered by the trend of the last `recentDays`. Too thin a',
        'history is not judged, but for the kinds in `roomsPerDay` by their rooms after `newDays`. Full houses, and those as quiet at the',
        'same time of last year, are not silent.',
        '',
        '## The band of a fine',
        '',
        `Shown beside an officer's count of guests not declared, by the rule in force on the day of the visit: ${fine.sourceVi}, from ${fine.validFrom}.`,
        'For earlier days no rule is recorded and none is shown.',
        '',
        '| guests | VND |',
        '| --- | --- |',
        ...fines.map(
          ({ fromGuests, toGuests, minVnd, maxVnd }) => `| ${fromGuests}–${toGuests ?? '…'} | ${minVnd}–${maxVnd} |`,
        ),
        '',
        '## The monthly sheet',
        '',
        '| column | vi | en |',
        '| --- | --- | --- |',
        ...SHEET_COLUMNS.map(({ id, vi, en }) => `| \`${id}\` | ${vi} | ${en} |`),
      ].join('\n'),
    );
  });

  it('docs/indicators.md', () => {
    const rows = (table: Readonly<Record<string, MeasureDefinition>>): string[] =>
      Object.entries(table).map(
        ([id, { vi, en, definitionVi, definitionEn, unit, sourceVi }]) =>
          `| \`${id}\` | ${vi} · ${en} | ${definitionVi}. · ${definitionEn}. | ${unit} | ${sourceVi} |`,
      );
    const head = ['| id | | definition | unit | source |', '| --- | --- | --- | --- | --- |'];
    agrees(
      'indicators.md',
      [
        '# Chỉ tiêu thống kê · Indicators',
        '',
        'Made from the code by `npm run docs`; also at `GET /v1/statistics/indicators`. Days and hours are those of Vietnam. Figures follow',
        'the declarations within seconds, corrections of the past among them, and every answer says up to when changes are counted.',
        '',
        'A night belongs to the day on whose evening it begins and is over at 04:00 of the next: who is in house then has spent it. Who came',
        'and left in between has spent none. A stay lasts until the person left; before that until they were expected to, or without an end.',
        'A facility counts as what it was then: kind, stars, ward, rooms and beds are those of the day of arrival, or of the night.',
        '',
        '## Of a period',
        '',
        ...head,
        ...rows(MEASURES),
        '',
        '## Of this moment',
        '',
        ...head,
        ...rows(NOW_MEASURES),
        '',
        '## What they are told apart by',
        '',
        'Two at a time, of codes of the stay one. Rooms, beds and trips are told apart by places only (trips by their route too). By a code',
        'of the stay and by day, week or weekday, a part of a province is told for a hundred days at most.',
        '',
        '| id | vi | en | of the |',
        '| --- | --- | --- | --- |',
        ...Object.entries(DIMENSIONS).map(([id, { vi, en, of }]) => `| \`${id}\` | ${vi} | ${en} | ${of} |`),
        '',
        '## Without small numbers',
        '',
        'Who lacks `statistics.exact` is told of what has happened by editions of closed months',
        '([ADR 0031](adr/0031-hiding-small-numbers.md)). A month closes',
        `${GRACE_DAYS} days after its end; whole months, quarters and years are answered, cut by month, quarter or year. What stays are told apart by`,
        'goes with one of ward, former-ward and zone, or with one of kind, stars and class, not with both. Of hospitals `department` tells',
        '`in-patients`, `relatives` and `bed-nights-used` too. By day there are',
        `${DAY_MEASURES.map((id) => `\`${id}\``).join(' and ')} of all of the scope, rounded down to multiples of the cell size, and by \`weekday\`. A null says why`,
        `in \`hidden\`: ${HIDDEN_CODES.map((code) => `\`${code}\``).join(', ')}.`,
        '',
        '| facilities of the scope | told apart by | measures left out |',
        '| --- | --- | --- |',
        ...SORT_IDS.map((sort) => {
          const closed = MEASURE_IDS.filter((id) => isClosedMeasure(id, sort));
          return `| ${sort} | ${dimensionsOf(sort).join(', ')} | ${closed.join(', ')} |`;
        }),
        '',
        '## Open data',
        '',
        `\`GET /open-data\` describes what is published of closed months for everybody, from ${OPEN_THRESHOLD} stays on. Its columns:`,
        '',
        '| column | vi | en |',
        '| --- | --- | --- |',
        ...OPEN_COLUMNS.map(({ name, vi, en }) => `| \`${name}\` | ${vi} | ${en} |`),
        '',
        '## Form 015.N',
        '',
        '`GET /v1/statistics/form-015n`: guests of one year, by class of the facility in the night or on the day of arrival.',
        '',
        '| class | vi | en | kinds of facility |',
        '| --- | --- | --- | --- |',
        ...Object.entries(CLASSES).map(
          ([id, { vi, en, kinds }]) => `| \`${id}\` | ${vi} | ${en} | ${kinds.join(', ')} |`,
        ),
        '',
        `Columns: ${FORM_MEASURES.map((id) => `\`${id}\``).join(', ')}.`,
      ].join('\n'),
    );
  });

  it('docs/security-matrix.md', () => {
    const roles = Object.keys(ROLES) as Role[];
    const head = (first: string): string[] => [
      `| ${first} | ${roles.join(' | ')} | machine |`,
      `| --- |${' :-: |'.repeat(roles.length + 1)}`,
    ];
    const marks = (verb: Permission): string =>
      [...roles.map((role) => ROLES[role].permissions.includes(verb)), isMachinePermission(verb)]
        .map((may) => (may ? '●' : ''))
        .join(' | ');
    const verbs = (Object.keys(PERMISSIONS) as Permission[]).map(
      (verb) => `| \`${verb}\`${needsStepUp(verb) ? ' ⚷' : ''} | ${marks(verb)} |`,
    );
    const routes = routeInventory(api.app)
      .sort((a, b) => (a.route < b.route ? -1 : 1))
      .flatMap(({ route, access }) =>
        access && 'permission' in access ? [`| \`${route}\` | ${marks(access.permission)} |`] : [],
      );
    const ofRole = (role: Role): string => {
      const { vi, en, scopes, secondFactor, idleMinutes, facilityKinds } = ROLES[role];
      return `| \`${role}\` | ${vi} · ${en} | ${scopes.join(', ')} | ${secondFactor ? 'yes' : ''} | ${idleMinutes} | ${facilityKinds?.join(', ') ?? ''} |`;
    };
    agrees(
      'security-matrix.md',
      [
        '# Who may do what',
        '',
        'Made from the code by `npm run docs`. Every cell of the last table is called by `test/http/matrix.spec.ts`: ● answers,',
        'an empty cell is refused with 403. ⚷ needs a confirmation of the last five minutes. A machine is an API key, which may',
        'have fewer permissions than these. Routes without a permission are in [routes.md](routes.md).',
        '',
        '## Roles',
        '',
        '| role | | scopes | second factor | idle minutes | only these kinds of facility |',
        '| --- | --- | --- | --- | --- | --- |',
        ...roles.map(ofRole),
        '',
        '## Permissions',
        '',
        ...head('permission'),
        ...verbs,
        '',
        '## Routes',
        '',
        ...head('route'),
        ...routes,
      ].join('\n'),
    );
  });

  it('has examples that can be sent as they stand', async () => {
    const hotel = await api.build.facility();
    const house = await api.build.facility({ kind: 'nha-tro' });
    const hospital = await api.build.facility({ kind: 'co-so-kham-chua-benh', departments: ['NOI'] });
    const operator = await api.build.facility({ kind: 'nha-xe', vehicles: ['43B-012.34'], routes: [NORTHBOUND] });
    const [hotelKey, houseKey, hospitalKey, operatorKey] = await Promise.all(
      [hotel, house, hospital, operator].map((f) => api.build.apiKey([f])),
    );
    const schemas = document().components?.schemas ?? {};
    const exampleOf = (name: string): Record<string, unknown> => {
      const { properties = {} } = schemas[name] as { properties?: Record<string, { example?: unknown }> };
      return Object.fromEntries(
        Object.entries(properties).flatMap(([field, { example }]) => (example === undefined ? [] : [[field, example]])),
      );
    };
    const patient = await api.call('post', '/v1/patients', hospitalKey).send(exampleOf('AdmitPatientRequest'));
    const trip = await api.call('post', '/v1/trips', operatorKey).send(exampleOf('CreateTripRequest'));
    expect([patient.status, trip.status]).toEqual([201, 201]);

    const body = document().paths['/v1/stays']?.post?.requestBody as {
      content: Record<string, { examples: Record<string, { value: object }> }>;
    };
    const { examples } = body.content['application/json'] ?? { examples: {} };
    const keys: Record<string, string | undefined> = {
      guest: hotelKey,
      tenant: houseKey,
      relative: hospitalKey,
      passenger: operatorKey,
    };
    expect(Object.keys(examples)).toEqual(['guestByQr', 'foreignerByMrz', 'tenant', 'relative', 'passenger']);
    for (const [name, { value }] of Object.entries(examples)) {
      const ready = JSON.parse(
        JSON.stringify(value)
          .replace(EXAMPLE_PATIENT_ID, (patient.body as { patientId: string }).patientId)
          .replace(EXAMPLE_TRIP_ID, (trip.body as { tripId: string }).tripId),
      ) as { kind: string };
      const answer = await api.call('post', '/v1/stays', keys[ready.kind]).send(ready);
      expect([
        name,
        answer.status,
        (answer.body as { warnings?: { code: string }[] }).warnings?.map((w) => w.code),
      ]).toEqual([name, 201, []]);
    }
  });
});
