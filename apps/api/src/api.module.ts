import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AccessModule, ApiKey, ApiKeyFacility } from '@luutru/access';
import { AuditReadModel } from '@luutru/audit';
import { AnomalyModule } from '@luutru/anomaly';
import { AuthorityModule } from '@luutru/authority';
import { BatchModule } from '@luutru/batch';
import { ComplianceModule } from '@luutru/compliance';
import { DeclarationModule, InspectionModule, TOPICS_WITH_KBTT } from '@luutru/declaration';
import { DeliveryAdminModule } from '@luutru/delivery';
import { DeparturesModule } from '@luutru/departures';
import {
  Department,
  Facility,
  FacilityModule,
  FacilityOversightModule,
  IndustrialZone,
  Room,
  Route,
  Vehicle,
} from '@luutru/facility';
import { GuestEntryModule } from '@luutru/guest-entry';
import { FeedEndpointsService, FigureFeedModule } from '@luutru/figure-feed';
import { KbttModule } from '@luutru/kbtt';
import { KbttForwardingModule } from '@luutru/kbtt-forwarding';
import { NationalIdentityModule, type NationalIdentityOptions } from '@luutru/national-identity';
import { OutageModule } from '@luutru/outage';
import { Patient, PatientModule } from '@luutru/patient';
import {
  CLOCK,
  type Clock,
  Database,
  type DatabaseLimits,
  type DatabaseModuleOptions,
  type KeySet,
  type Logger,
  PlatformModule,
  type ServerLimits,
  type SigningKey,
} from '@luutru/platform';
import {
  type BreakGlassOptions,
  DEFAULT_SEARCH_LIMITS,
  PersonModule,
  type SearchLimits,
  SearchModule,
} from '@luutru/police';
import { ReceiptModule } from '@luutru/receipt';
import { ReferenceDataModule } from '@luutru/reference-data';
import { ReportSubscriptionModule } from '@luutru/report-subscription';
import { StatisticsModule } from '@luutru/statistics';
import { TransparencyModule } from '@luutru/transparency';
import { Trip, TripModule } from '@luutru/trip';
import { type SenderOptions, WebhookModule } from '@luutru/webhook';
import { WatchListModule } from '@luutru/watch-list';
import { BatchPresenter } from './batch/batch.presenter';
import { DefaultKind } from './batch/default-kind';
import { PROBE_DATABASE, ReadinessProbe } from './health/readiness-probe';
import { CONTROLLERS } from './api.controllers';
import { AccessGuard } from './http/access.guard';
import { Admission, ADMISSION_PLACES } from './http/admission';
import { CallerShares } from './http/caller-shares';
import { LOAD_LIMITS, LoadGauge, type LoadLimits } from './http/load-gauge';
import { FacilityChoice } from './http/facility-choice';
import { ProblemCatalogue } from './http/problem';
import { ProblemFilter } from './http/problem.filter';
import type { RateLimits } from './http/rate-limit';
import { PUBLIC_URL, SessionCookie } from './http/session-cookie';
import { SignedRequest } from './http/signed-request';
import { IocResources } from './ioc/ioc-resources';
import { XROAD_SUBSYSTEM } from './ioc/xroad.controller';
import { PersonPresenter } from './police/person.presenter';
import { ReadinessBeats } from './outage/readiness-beats';
import { problemCatalogue } from './problem-catalogue';
import { FlowCookie } from './sign-in/flow-cookie';
import { StayPresenter } from './stay/stay.presenter';
import { AlertPresenter } from './watch-list/alert.presenter';
import { DESK_TIMINGS, type DeskTimings, DutyDesk, USUAL_DESK_TIMINGS } from './watch-list/duty-desk';
import { WatchListPresenter } from './watch-list/watch-list.presenter';

export interface ApiOptions {
  readonly databaseUrl: string;
  readonly poolSize: number;
  /** The same database as `luutru_authority`: the only way in which other authorities than the police are served. */
  readonly authorityDatabaseUrl: string;
  /** Connections under that role; 4 unless given. */
  readonly authorityPoolSize?: number;
  /** How long the database may keep a request waiting; the platform's limits unless given. */
  readonly databaseLimits?: Partial<DatabaseLimits>;
  readonly masterKeys: KeySet;
  readonly indexKeys: KeySet;
  readonly nationalIdentity: NationalIdentityOptions;
  /** Signs receipts from now on. */
  readonly receiptKey: SigningKey;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The built console; the project's own build unless given. */
  readonly consoleFolder?: string;
  /** The address that browsers know us by; with https cookies are sent over https only. */
  readonly publicUrl: string;
  /** Addresses or networks of reverse proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies?: string;
  /** How long a person is not told of a look under a confidential purpose; 90 days unless given. */
  readonly confidentialDays?: number;
  /** How long looks may go unsealed before personal data are closed to others than the facility; 30 s unless given. */
  readonly sealLimitMs?: number;
  /** How long officers may look beyond their jurisdiction; an hour, two at once, reviewed within 72 hours unless given. */
  readonly breakGlass?: BreakGlassOptions;
  /** How much one officer may search; {@link DEFAULT_SEARCH_LIMITS} unless given. */
  readonly searchLimits?: SearchLimits;
  /** Queues stays for the national portal as well, of facilities that have a user there. */
  readonly kbttForwarding?: boolean;
  /** Where webhooks may go besides the public Internet; for development only. */
  readonly webhook?: SenderOptions;
  /** Domains that reports may be sent to; none unless given. */
  readonly reportDomains?: readonly string[];
  /** Under which subsystem we are known at the data exchange: `instance/class/member/subsystem`; none unless given. */
  readonly xroadSubsystem?: string;
  /** What the server bears of those who connect; the platform's limits unless given. */
  readonly serverLimits?: Partial<ServerLimits>;
  /** From which lag of the event loop on what can wait is refused, and at ten times as much everything; 100 unless given. */
  readonly eventLoopLagMs?: number;
  /** How busy the event loop is when time is shared out among those who ask, per cent; 50 unless given. */
  readonly eventLoopBusyPercent?: number;
  /** How often duty desks look out, check their sessions and say that they live. */
  readonly dutyDesk?: DeskTimings;
  /** None: no limits (tests, benchmarks). */
  readonly rateLimits?: RateLimits;
}

const ENTITIES = [ApiKey, ApiKeyFacility, Department, Facility, IndustrialZone, Patient, Room, Route, Trip, Vehicle];

const loadLimits = ({ eventLoopLagMs = 100, eventLoopBusyPercent = 50 }: ApiOptions): LoadLimits => ({
  essentialMs: eventLoopLagMs,
  nothingMs: 10 * eventLoopLagMs,
  busy: eventLoopBusyPercent / 100,
});

@Module({})
export class ApiModule {
  static forRoot(options: ApiOptions): DynamicModule {
    const database: DatabaseModuleOptions = {
      url: options.databaseUrl,
      poolSize: options.poolSize,
      applicationName: 'luutru-api',
      entities: ENTITIES,
      ...(options.databaseLimits && { limits: options.databaseLimits }),
    };
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forRoot({ ...options, database }),
        AccessModule,
        ReferenceDataModule,
        FacilityModule,
        TripModule,
        PatientModule,
        ReceiptModule.forRoot({ signingKey: options.receiptKey }),
        DeclarationModule.forRoot({
          issuer: options.publicUrl,
          ...(options.kbttForwarding && { topics: TOPICS_WITH_KBTT }),
        }),
        BatchModule,
        KbttModule,
        KbttForwardingModule,
        DeliveryAdminModule,
        DeparturesModule,
        OutageModule,
        WebhookModule.forRoot(options.webhook ?? {}),
        InspectionModule.forRoot({
          confidentialDays: options.confidentialDays ?? 90,
          sealLimitMs: options.sealLimitMs ?? 30_000,
        }),
        PersonModule.forRoot({
          confidentialDays: options.confidentialDays ?? 90,
          sealLimitMs: options.sealLimitMs ?? 30_000,
          breakGlass: options.breakGlass ?? { minutes: 60, maxOpen: 2, reviewHours: 72 },
          limits: options.searchLimits ?? DEFAULT_SEARCH_LIMITS,
        }),
        WatchListModule.forRoot({
          confidentialDays: options.confidentialDays ?? 90,
          sealLimitMs: options.sealLimitMs ?? 30_000,
        }),
        SearchModule.forRoot({
          confidentialDays: options.confidentialDays ?? 90,
          sealLimitMs: options.sealLimitMs ?? 30_000,
          limits: options.searchLimits ?? DEFAULT_SEARCH_LIMITS,
        }),
        FacilityOversightModule,
        GuestEntryModule,
        ComplianceModule,
        AuthorityModule.forRoot({
          database: {
            url: options.authorityDatabaseUrl,
            poolSize: options.authorityPoolSize ?? 4,
            ...(options.databaseLimits && { limits: options.databaseLimits }),
          },
          sealLimitMs: options.sealLimitMs ?? 30_000,
        }),
        StatisticsModule,
        AnomalyModule,
        FigureFeedModule,
        ReportSubscriptionModule.forRoot({ domains: options.reportDomains ?? [], webhook: options.webhook ?? {} }),
        TransparencyModule,
        NationalIdentityModule.forRoot(options.nationalIdentity),
      ],
      controllers: [...CONTROLLERS],
      providers: [
        { provide: ProblemCatalogue, useValue: problemCatalogue },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: PUBLIC_URL, useValue: options.publicUrl },
        {
          provide: AuditReadModel,
          useFactory: (database: Database, clock: Clock) => new AuditReadModel(database, clock),
          inject: [Database, CLOCK],
        },
        { provide: ADMISSION_PLACES, useValue: options.poolSize },
        Admission,
        CallerShares,
        { provide: LOAD_LIMITS, useValue: loadLimits(options) },
        LoadGauge,
        { provide: PROBE_DATABASE, useValue: { ...database, applicationName: 'luutru-api-probe' } },
        ReadinessProbe,
        ReadinessBeats,
        { provide: DESK_TIMINGS, useValue: options.dutyDesk ?? USUAL_DESK_TIMINGS },
        DutyDesk,
        { provide: XROAD_SUBSYSTEM, useValue: options.xroadSubsystem ?? null },
        IocResources,
        FeedEndpointsService,
        AlertPresenter,
        WatchListPresenter,
        BatchPresenter,
        DefaultKind,
        FacilityChoice,
        FlowCookie,
        SessionCookie,
        SignedRequest,
        StayPresenter,
        PersonPresenter,
      ],
    };
  }
}
