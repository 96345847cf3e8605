import type { Provider } from 'oidc-provider';

/** The provider is a Koa application; its own door is the one way to Koa's types, as Koa is no dependency of ours. */
export type Context = Parameters<Parameters<Provider['use']>[0]>[0];

export type Middleware = (ctx: Context, next: () => Promise<unknown>) => unknown;
