import { AccountController } from './account/account.controller';
import { RoleController } from './account/role.controller';
import { StaffController } from './account/staff.controller';
import { AuditController } from './audit/audit.controller';
import { AuthorityController } from './authority/authority.controller';
import { AuthorityPolicyController } from './authority/policy.controller';
import { BatchStreamController } from './batch/batch-stream.controller';
import { BatchController } from './batch/batch.controller';
import { MendController } from './batch/mend.controller';
import { TemplateController } from './batch/template.controller';
import { ComplianceNoteController } from './compliance/compliance-note.controller';
import { ComplianceController } from './compliance/compliance.controller';
import { OwnComplianceController } from './compliance/own-compliance.controller';
import { DeliveryController } from './delivery/delivery.controller';
import { FacilityController } from './facility/facility.controller';
import { DeskLinkController } from './guest-entry/desk-link.controller';
import { DeskController } from './guest-entry/desk.controller';
import { GuestEntryController } from './guest-entry/guest-entry.controller';
import { HealthController } from './health/health.controller';
import { IocWebhookController } from './ioc/ioc-webhook.controller';
import { IocController } from './ioc/ioc.controller';
import { XRoadController } from './ioc/xroad.controller';
import { KbttAccountController } from './kbtt/kbtt-account.controller';
import { KbttTablesController } from './kbtt/kbtt-tables.controller';
import { KbttTokenController } from './kbtt/kbtt-token.controller';
import { KbttController } from './kbtt/kbtt.controller';
import { MachineController } from './machine/machine.controller';
import { PartnerKeyController } from './machine/partner-key.controller';
import { OpenDataController } from './open-data/open-data.controller';
import { OutageController } from './outage/outage.controller';
import { ApplicationController } from './oversight/application.controller';
import { FacilityProfileController } from './oversight/facility-profile.controller';
import { InspectionController } from './oversight/inspection.controller';
import { NoticeController } from './oversight/notice.controller';
import { SupervisionController } from './oversight/supervision.controller';
import { DischargeListController } from './patient/discharge-list.controller';
import { PatientActionController } from './patient/patient-action.controller';
import { PatientController } from './patient/patient.controller';
import { BreakGlassController } from './police/break-glass.controller';
import { FindingController } from './police/finding.controller';
import { PartnerSearchController } from './police/partner-search.controller';
import { PersonController } from './police/person.controller';
import { SearchSupervisionController } from './police/search-supervision.controller';
import { SearchController } from './police/search.controller';
import { ProblemsController } from './problems/problems.controller';
import { JwksController } from './receipt/jwks.controller';
import { ReceiptController } from './receipt/receipt.controller';
import { ReferenceController } from './reference/reference.controller';
import { CorrectionController } from './self/correction.controller';
import { SelfController } from './self/self.controller';
import { SessionController } from './sign-in/session.controller';
import { SignInController } from './sign-in/sign-in.controller';
import { VneidController } from './sign-in/vneid.controller';
import { AnomalyController } from './statistics/anomaly.controller';
import { StatisticsController } from './statistics/statistics.controller';
import { SubscriptionController } from './statistics/subscription.controller';
import { UnsubscribeController } from './statistics/unsubscribe.controller';
import { BulkCheckOutController } from './stay/bulk-check-out.controller';
import { ExportController } from './stay/export.controller';
import { GroupController } from './stay/group.controller';
import { StayActionController } from './stay/stay-action.controller';
import { StayController } from './stay/stay.controller';
import { TripActionController } from './trip/trip-action.controller';
import { TripController } from './trip/trip.controller';
import { AlertController } from './watch-list/alert.controller';
import { DutyDeskController } from './watch-list/duty-desk.controller';
import { WatchListEntryController } from './watch-list/entry.controller';
import { WatchListController } from './watch-list/list.controller';
import { WatchListProposalController } from './watch-list/proposal.controller';
import { WebhookController } from './webhook/webhook.controller';

/** Everything that is served, in the order in which routes are looked for. */
export const CONTROLLERS = [
  SignInController,
  SessionController,
  VneidController,
  OutageController,
  WebhookController,
  GroupController,
  TripActionController,
  DischargeListController,
  PatientActionController,
  NoticeController,
  DutyDeskController,
  AlertController,
  WatchListEntryController,
  WatchListController,
  WatchListProposalController,
  KbttAccountController,
  KbttController,
  KbttTokenController,
  KbttTablesController,
  BatchController,
  BatchStreamController,
  MendController,
  TemplateController,
  ExportController,
  StayController,
  BulkCheckOutController,
  StayActionController,
  TripController,
  PatientController,
  FacilityController,
  DeskController,
  DeskLinkController,
  GuestEntryController,
  AccountController,
  RoleController,
  StaffController,
  MachineController,
  PartnerKeyController,
  PartnerSearchController,
  ApplicationController,
  SupervisionController,
  FacilityProfileController,
  InspectionController,
  PersonController,
  BreakGlassController,
  FindingController,
  SearchController,
  SearchSupervisionController,
  ComplianceController,
  ComplianceNoteController,
  OwnComplianceController,
  AuthorityController,
  AuthorityPolicyController,
  StatisticsController,
  AnomalyController,
  UnsubscribeController,
  SubscriptionController,
  IocController,
  IocWebhookController,
  XRoadController,
  OpenDataController,
  SelfController,
  AuditController,
  DeliveryController,
  CorrectionController,
  ReceiptController,
  JwksController,
  ReferenceController,
  ProblemsController,
  HealthController,
] as const;
