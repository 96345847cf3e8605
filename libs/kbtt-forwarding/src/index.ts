export { type AccountView, KbttAccountService, type UntoldEvent } from './kbtt-account.service';
export { KbttForwarder } from './kbtt-forwarder';
export { KbttForwardingModule } from './kbtt-forwarding.module';
export { kbttForwardingErrors, kbttForwardingIssues } from './kbtt-forwarding.catalogue';
export { PortalClient, type PortalClientOptions } from './portal-client';
