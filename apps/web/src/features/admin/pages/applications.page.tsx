import type { Output } from '@luutru/client';
import { Button, Group, Paper, SegmentedControl, Stack, Text, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { api } from '../../../api/client';
import { useCodeNames } from '../../../api/code-names';
import { Page } from '../../../app/page';
import { ConfirmDialog } from '../../../forms/confirm-dialog';
import { FormDialog } from '../../../forms/form-dialog';
import { showDate, showMoment } from '../../../i18n/format';
import { Facts } from '../../../lists/facts';
import { usePages } from '../../../lists/use-pages';
import { Answer } from '../../../states/answer';
import { Empty } from '../../../states/states';
import { tell } from '../../../states/tell';

type Application = Output<'listApplications'>['applications'][number];
type State = Application['state'];
type Decision = { readonly kind: 'approve' | 'refuse'; readonly application: Application };

const STATES: readonly State[] = ['submitted', 'approved', 'refused'];

/** Who wants to become a facility of the area, for the police to decide on. */
export function ApplicationsPage() {
  const { t } = useTranslation('admin');
  const [state, setState] = useState<State>('submitted');
  const query = useQuery(ask('listApplications', { query: { state, limit: 200 } }));
  return (
    <Page title={t('applications.title')} hint={t('applications.hint')}>
      <Group>
        <SegmentedControl
          aria-label={t('applications.state')}
          value={state}
          onChange={setState}
          data={STATES.map((value) => ({ value, label: t(`applications.${value}`) }))}
        />
      </Group>
      <Answer
        query={query}
        empty={({ applications }) =>
          applications.length === 0 && <Empty title={t('applications.empty')}>{t('applications.emptyHint')}</Empty>
        }
      >
        {({ applications }) => <Applications key={state} applications={applications} />}
      </Answer>
    </Page>
  );
}

function Applications({ applications }: { applications: readonly Application[] }) {
  const { t } = useTranslation('admin');
  const { shown, pager } = usePages(applications, 10);
  const [decision, setDecision] = useState<Decision | null>(null);
  return (
    <>
      <Stack component="ul" gap="sm" p={0} m={0} aria-label={t('applications.list')} style={{ listStyle: 'none' }}>
        {shown.map((application) => (
          <ApplicationCard key={application.applicationId} application={application} onDecide={setDecision} />
        ))}
      </Stack>
      {pager}
      {decision && <DecisionDialog decision={decision} onClose={() => setDecision(null)} />}
    </>
  );
}

interface CardProps {
  readonly application: Application;
  readonly onDecide: (decision: Decision) => void;
}

function ApplicationCard({ application: given, onDecide }: CardProps) {
  const { t } = useTranslation('admin');
  const { nameOf } = useCodeNames('facility-kind');
  const { application, state, submittedAt } = given;
  const { name, kind, stars, address, rooms = [], departments = [], vehicles = [], certificate, owner } = application;
  const beds = rooms.reduce((sum, room) => sum + (room.beds ?? 2), 0);
  return (
    <Paper component="li" withBorder p="md">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4">
            {name}
          </Title>
          <Text size="sm" c="dimmed">
            {t('applications.sent', { at: showMoment(submittedAt) })}
          </Text>
        </div>
        <Facts
          facts={[
            [t('applications.kind'), nameOf(kind)],
            [t('applications.stars'), stars === undefined ? null : '★'.repeat(stars)],
            [t('applications.address'), address],
            [t('applications.rooms'), rooms.length > 0 && t('applications.roomsSum', { rooms: rooms.length, beds })],
            [t('applications.departments'), departments.map(({ code }) => code).join(', ')],
            [t('applications.vehicles'), vehicles.map(({ plate }) => plate).join(', ')],
            [
              t('applications.certificate'),
              certificate &&
                t('applications.certificateOf', { number: certificate.number, day: showDate(certificate.issuedOn) }),
            ],
            [t('applications.owner'), owner.fullName],
            [t('applications.personalNumber'), owner.personalNumber],
            [t('applications.phone'), owner.phone],
          ]}
        />
        {state === 'submitted' && (
          <Group>
            <Button
              aria-label={`${t('applications.approve')}: ${name}`}
              onClick={() => onDecide({ kind: 'approve', application: given })}
            >
              {t('applications.approve')}
            </Button>
            <Button
              variant="default"
              aria-label={`${t('applications.refuse')}: ${name}`}
              onClick={() => onDecide({ kind: 'refuse', application: given })}
            >
              {t('applications.refuse')}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

function DecisionDialog({ decision, onClose }: { decision: Decision; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const form = useForm({ initialValues: { reason: '' } });
  const { applicationId, application } = decision.application;
  const done = (message: string): void => {
    tell(message);
    void queries.invalidateQueries({ queryKey: ['listApplications'] });
    onClose();
  };
  if (decision.kind === 'approve') {
    return (
      <ConfirmDialog
        title={t('applications.approveTitle', { name: application.name })}
        hint={t('applications.approveHint')}
        action={t('applications.approve')}
        send={() => api.approveApplication({ path: { applicationId } })}
        onDone={({ code }) => done(t('applications.approvedAs', { code }))}
        onClose={onClose}
      />
    );
  }
  return (
    <FormDialog
      title={t('applications.refuseTitle', { name: application.name })}
      form={form}
      send={(body) => api.refuseApplication({ path: { applicationId }, body })}
      onDone={() => done(t('applications.refusedDone'))}
      onClose={onClose}
      action={t('applications.refuse')}
      danger
    >
      <Textarea
        label={t('applications.reason')}
        description={t('applications.reasonHint')}
        rows={4}
        required
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
