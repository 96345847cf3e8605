export { KbttModule } from './kbtt.module';
export { KbttService, MAX_ELEMENTS } from './kbtt.service';
export type { PortalElement } from './portal-declaration';
/** Faults in the words of the national portal. */
export { codeOfPortalText, portalMessage } from './portal-texts';
