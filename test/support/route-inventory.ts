import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type RouteAccess, routeAccessKey } from '../../apps/api/src/http/route-access';

export interface InventoriedRoute {
  /** `GET /v1/stays/:stayId` */
  readonly route: string;
  /** What the route demands; undefined when it says nothing. */
  readonly access: RouteAccess | undefined;
}

/** Every route of every controller of the running application. */
export function routeInventory(app: NestFastifyApplication): InventoriedRoute[] {
  const routes: InventoriedRoute[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const prototype = metatype.prototype as Record<string, unknown>;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const handler = prototype[name];
        const method =
          typeof handler === 'function'
            ? (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined)
            : undefined;
        if (method === undefined || typeof handler !== 'function') continue;
        const path = [Reflect.getMetadata(PATH_METADATA, metatype), Reflect.getMetadata(PATH_METADATA, handler)]
          .map((part) => String(part).replace(/^\/|\/$/g, ''))
          .filter(Boolean)
          .join('/');
        const access = (Reflect.getMetadata(routeAccessKey, handler) ??
          Reflect.getMetadata(routeAccessKey, metatype)) as RouteAccess | undefined;
        routes.push({ route: `${RequestMethod[method]} /${path}`, access });
      }
    }
  }
  return routes;
}
