import type { OpenAPIObject } from '@nestjs/swagger';
import openapiTypeScript, { astToString, type OpenAPI3 } from 'openapi-typescript';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const MADE = '// Made from docs/openapi.json by `npm run docs`.\n';
/** Bodies by preference: a client sends JSON where it may. */
const BODY_TYPES = ['application/json', 'application/x-www-form-urlencoded', 'application/octet-stream'];

/** The types of the client: operations with what they take and answer; problems are thrown, so they are left out here. */
export async function clientTypes(document: OpenAPIObject): Promise<string> {
  const lean = structuredClone(document);
  for (const { operation } of operationsOf(lean)) {
    operation.responses = Object.fromEntries(
      Object.entries(operation.responses).filter(([status]) => status.startsWith('2')),
    );
    // The client makes idempotency keys itself.
    operation.parameters = operation.parameters?.filter(
      (parameter) => !('in' in parameter && parameter.in === 'header'),
    );
  }
  const tree = await openapiTypeScript(lean as unknown as OpenAPI3);
  return `${MADE}${astToString(tree)}`;
}

/** What the client has to know of each operation when it runs. */
export function clientOperations(document: OpenAPIObject): string {
  const lines = operationsOf(document).map(({ method, path, operation }) => {
    const keyed = operation.parameters?.some(
      (parameter) => 'name' in parameter && parameter.name === 'Idempotency-Key',
    );
    const content = operation.requestBody && 'content' in operation.requestBody ? operation.requestBody.content : {};
    const bodyType = BODY_TYPES.find((type) => type in content);
    const facts = [
      `method: '${method.toUpperCase()}'`,
      `path: '${path}'`,
      ...(keyed ? ['keyed: true'] : []),
      ...(bodyType ? [`bodyType: '${bodyType}'`] : []),
    ];
    return `  ${operation.operationId ?? ''}: { ${facts.join(', ')} },`;
  });
  return `${MADE}export const OPERATIONS = {\n${lines.join('\n')}\n} as const;`;
}

export function operationsOf(document: OpenAPIObject): { method: string; path: string; operation: Operation }[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({ method, path, operation })),
  );
}
