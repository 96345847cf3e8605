import type { Output } from '@luutru/client';

/** What an authority may read, and how it is shown. */
export type Policy = Output<'listOwnAuthorityPolicies'>['policies'][number];
export type Resource = Policy['resources'][number];
