export { createClient } from './client.ts';
export type { CallOptions, ClientOptions, Input, LuutruClient, OperationId, Output } from './client.ts';
export { LuutruError, LuutruProblem, LuutruUnreachable } from './problem.ts';
export type { FieldIssue } from './problem.ts';
export { readWebhook, WebhookRefused } from './webhook.ts';
export type { WebhookMessage } from './webhook.ts';
export type { components } from './api.ts';
