import { Button, Code, List, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Output } from '@luutru/client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { QrCode } from '../../app/qr-code';
import { useSubmit } from '../../forms/use-submit';
import { Problem } from '../../states/problem';
import { Loading } from '../../states/states';

interface EnrolmentProps {
  /** Shown once, after the first code was right. */
  readonly codes: readonly string[] | null;
  readonly onEnrolled: (answer: Output<'confirmSecondFactor'>) => void;
  readonly onDone: () => void;
}

/** Setting up an authenticator app: its key as QR code and in letters, the first code, then the recovery codes. */
export function EnrolmentStep({ codes, onEnrolled, onDone }: EnrolmentProps) {
  const { t } = useTranslation('sign-in');
  const enrolment = useQuery({
    queryKey: ['enrolSecondFactor'],
    queryFn: () => api.enrolSecondFactor(),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  if (enrolment.isPending) return <Loading />;
  if (enrolment.error) return <Problem error={enrolment.error} retry={() => void enrolment.refetch()} />;
  return (
    <Stack>
      <Text size="sm">{t('enrolHint')}</Text>
      <QrCode text={enrolment.data.uri} label={t('enrolQr')} size={200} />
      <Text size="sm">
        {t('enrolKey')} <Code>{enrolment.data.secret}</Code>
      </Text>
      <FirstCode onEnrolled={onEnrolled} />
    </Stack>
  );
}

function FirstCode({ onEnrolled }: Pick<EnrolmentProps, 'onEnrolled'>) {
  const { t } = useTranslation('sign-in');
  const form = useForm({ initialValues: { code: '' } });
  const submit = useSubmit(form, (body) => api.confirmSecondFactor({ body }), onEnrolled);
  return (
    <form ref={submit.ref} onSubmit={submit.onSubmit}>
      <Stack>
        <Problem error={submit.error} shown={submit.shown} />
        <TextInput
          label={t('code')}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          {...form.getInputProps('code')}
        />
        <Button type="submit" loading={submit.isPending}>
          {t('confirm')}
        </Button>
      </Stack>
    </form>
  );
}

function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation('sign-in');
  return (
    <Stack>
      <Text size="sm">{t('recoveryHint')}</Text>
      <List listStyleType="none">
        {codes.map((code) => (
          <List.Item key={code}>
            <Code fz="md">{code}</Code>
          </List.Item>
        ))}
      </List>
      <Button onClick={onDone}>{t('recoveryKept')}</Button>
    </Stack>
  );
}
