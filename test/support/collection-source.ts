import type { OpenAPIObject } from '@nestjs/swagger';
import { addDays, localDate } from '@luutru/calendar';
import { EXAMPLE_PATIENT_ID, EXAMPLE_TRIP_ID } from '../../apps/api/src/stay/stay.examples';
import { operationsOf } from './client-source';

type Operation = ReturnType<typeof operationsOf>[number]['operation'];
type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
const FILE = 'application/octet-stream';
const SIGN_IN = 'Đăng nhập / Sign-in';

/**
 * A collection of requests (Postman format 2.1, which Bruno and Insomnia import too): a folder per group of operations, for
 * those which software may call or which are public; what only a signed-in person may do is left to the console.
 */
export function collection(document: OpenAPIObject, now: Date): object {
  const folders = new Map<string, object[]>();
  for (const { method, path, operation } of operationsOf(document)) {
    const schemes = (operation.security ?? []).flatMap((scheme) => Object.keys(scheme));
    if (operation.tags?.[0] === SIGN_IN) continue;
    if (schemes.length > 0 && !schemes.includes('bearer') && !schemes.includes('basic')) continue;
    const auth = schemes.includes('bearer') ? {} : { auth: schemes.includes('basic') ? BASIC : { type: 'noauth' } };
    const folder = operation.tags?.[0] ?? 'Khác / Other';
    const requests = bodiesOf(document, operation, now).map(({ name, body, type }) => ({
      name: [operation.summary ?? operation.operationId, ...(name ? [`(${name})`] : [])].join(' '),
      request: {
        method: method.toUpperCase(),
        ...auth,
        header: headersOf(operation, type),
        url: urlOf(path, operation),
        ...(body ? { body } : {}),
        ...(operation.description ? { description: operation.description } : {}),
      },
    }));
    folders.set(folder, [...(folders.get(folder) ?? []), ...requests]);
  }
  const { title, description } = document.info;
  return {
    info: { name: title, description, schema: SCHEMA },
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{apiKey}}', type: 'string' }] },
    event: [
      { listen: 'prerequest', script: { type: 'text/javascript', exec: SET_DAYS } },
      { listen: 'test', script: { type: 'text/javascript', exec: KEEP_IDS } },
    ],
    variable: [
      { key: 'baseUrl', value: 'http://localhost:3000' },
      { key: 'apiKey', value: '' },
      { key: 'version', value: '1' },
      { key: 'keyId', value: '' },
      { key: 'keySecret', value: '' },
    ],
    item: [...folders].map(([name, item]) => ({ name, item })),
  };
}

/** The days from today on, which bodies write as `{{day0}}`, `{{day1}}` …, so that they never go stale. */
const DAYS = 31;
const SET_DAYS = [
  `for (let n = 0; n < ${String(DAYS)}; n += 1) {`,
  '  const day = new Date(Date.now() + (7 + 24 * n) * 3600000).toISOString().slice(0, 10);',
  "  pm.collectionVariables.set('day' + n, day);",
  '}',
];

/** What an answer names is what the next requests are about: declare, then read, then check out. */
const KEEP_IDS = [
  "const json = pm.response.code < 300 && /json/.test(pm.response.headers.get('Content-Type')) ? pm.response.json() : {};",
  'for (const [name, value] of Object.entries(json)) {',
  '  if (/Id$|^version$/.test(name) && value !== null) pm.collectionVariables.set(name, String(value));',
  '}',
];

function relative(text: string, now: Date): string {
  const today = localDate(now);
  const days = Array.from({ length: DAYS }, (_, n) => [addDays(today, n), `{{day${String(n)}}}`] as const);
  return days
    .reduce((so, [day, name]) => so.replaceAll(day, name), text)
    .replaceAll(EXAMPLE_PATIENT_ID, '{{patientId}}')
    .replaceAll(EXAMPLE_TRIP_ID, '{{tripId}}')
    .replaceAll('"stayId": ""', '"stayId": "{{stayId}}"')
    .replaceAll('"version": 1', '"version": {{version}}');
}

const BASIC = {
  type: 'basic',
  basic: [
    { key: 'username', value: '{{keyId}}', type: 'string' },
    { key: 'password', value: '{{keySecret}}', type: 'string' },
  ],
};

interface Body {
  readonly name?: string;
  readonly type?: string;
  readonly body?: object;
}

function bodiesOf(document: OpenAPIObject, operation: Operation, now: Date): Body[] {
  const content = operation.requestBody && 'content' in operation.requestBody ? operation.requestBody.content : {};
  const [type, media] = Object.entries(content)[0] ?? [];
  if (!type || !media) return [{}];
  if (type === FILE) return [{ type, body: { mode: 'file', file: { src: '' } } }];
  const examples = Object.entries(media.examples ?? {}) as [string, { value?: unknown; summary?: string }][];
  if (type === 'application/json') {
    const values = examples.map(([name, { value, summary }]): [string, unknown] => [summary ?? name, value]);
    if (values.length === 0) values.push(['', sample(document, media.schema ?? {})]);
    return values.map(([name, value]) => ({
      ...(name ? { name } : {}),
      type,
      body: { mode: 'raw', raw: relative(JSON.stringify(value, null, 2), now), options: { raw: { language: 'json' } } },
    }));
  }
  const fields = sample(document, media.schema ?? {}) as Record<string, string>;
  const urlencoded = Object.entries(fields).map(([key, value]) => ({ key, value, type: 'text' }));
  return [{ type, body: { mode: 'urlencoded', urlencoded } }];
}

/** Desk-Token is filled in from deskToken. */
const variableOf = (header: string): string =>
  header
    .split('-')
    .map((word, at) => (at === 0 ? word.toLowerCase() : word))
    .join('');

function headersOf(operation: Operation, type: string | undefined): object[] {
  const names = (operation.parameters ?? []).flatMap((parameter) =>
    'in' in parameter && parameter.in === 'header' && parameter.required === true ? [parameter.name] : [],
  );
  const keyed = operation.parameters?.some((parameter) => 'name' in parameter && parameter.name === 'Idempotency-Key');
  return [
    ...names.filter((name) => name !== 'Idempotency-Key').map((key) => ({ key, value: `{{${variableOf(key)}}}` })),
    ...(type ? [{ key: 'Content-Type', value: type }] : []),
    ...(keyed ? [{ key: 'Idempotency-Key', value: '{{$guid}}' }] : []),
  ];
}

function urlOf(path: string, operation: Operation): object {
  const parameters = (operation.parameters ?? []).flatMap((parameter) => ('in' in parameter ? [parameter] : []));
  const parts = path
    .slice(1)
    .replaceAll(/\{(\w+)\}/g, ':$1')
    .split('/');
  const valueOf = (example: unknown): string =>
    typeof example === 'string' || typeof example === 'number' ? String(example) : '';
  const variable = parameters
    .filter((parameter) => parameter.in === 'path')
    .map(({ name, example, schema, description = '' }) => ({
      key: name,
      value: valueOf(example ?? exampleIn(schema)) || `{{${name}}}`,
      description,
    }));
  const query = parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, example, schema, description = '', required = false }) => ({
      key: name,
      value: valueOf(example ?? exampleIn(schema)),
      description,
      disabled: !required,
    }));
  return {
    raw: `{{baseUrl}}/${parts.join('/')}`,
    host: ['{{baseUrl}}'],
    path: parts,
    ...(query.length > 0 ? { query } : {}),
    ...(variable.length > 0 ? { variable } : {}),
  };
}

function exampleIn(schema: Schema | undefined): unknown {
  if (!schema || '$ref' in schema) return undefined;
  return schema.example ?? (schema.enum as unknown[] | undefined)?.[0];
}

/** The fields of a schema that are required or have an example. */
function sample(document: OpenAPIObject, given: Schema): unknown {
  const schema = resolved(document, given);
  if (schema.example !== undefined) return schema.example;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'array') return [sample(document, schema.items ?? {})];
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return false;
  if (!schema.properties) return schema.type === 'string' ? '' : {};
  return Object.fromEntries(
    Object.entries(schema.properties)
      .filter(([name, field]) => schema.required?.includes(name) || 'example' in field || isObject(document, field))
      .map(([name, field]) => [name, sample(document, field)]),
  );
}

function isObject(document: OpenAPIObject, field: Schema): boolean {
  const { properties = {}, type } = resolved(document, field);
  return type === 'object' && Object.values(properties).some((inner) => 'example' in inner);
}

type Resolved = Exclude<Schema, { $ref: string }>;

function resolved(document: OpenAPIObject, schema: Schema): Resolved {
  if ('$ref' in schema) {
    const name = schema.$ref.slice('#/components/schemas/'.length);
    return resolved(document, document.components?.schemas?.[name] ?? {});
  }
  const [inner] = schema.allOf ?? [];
  return inner && schema.allOf?.length === 1 ? { ...resolved(document, inner), ...schema } : schema;
}
