import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../states/states';
import { useDeskToken } from '../guest/desk-token';
import { emptyDraft, type GuestMemory, recall, remember } from '../guest/guest-draft';
import { GuestForm } from '../guest/guest-form';
import { GuestFrame } from '../guest/guest-frame';
import { OwnEntry } from '../guest/own-entry';
import { NoDesk } from '../guest/no-desk';
import { useDesk } from '../guest/use-desk';

const nothing = (): GuestMemory => ({ draft: emptyDraft(), secret: null });

/** What the QR code of a desk opens on a guest's phone. */
export function GuestPage() {
  const token = useDeskToken();
  return <Guest key={token} token={token} />;
}

function Guest({ token }: { token: string }) {
  const { t } = useTranslation('guest-entry');
  const { data: desk, error, refetch } = useDesk(token);
  const [memory, setMemory] = useState(() => recall(token) ?? nothing());
  useEffect(() => {
    document.title = `${t('title')} · Luutru`;
  }, [t]);
  const keep = (next: GuestMemory): void => {
    remember(token, next);
    setMemory(next);
  };
  const { draft, secret } = memory;
  if (secret !== null) {
    return (
      <GuestFrame place={desk?.facilityName}>
        <OwnEntry secret={secret} onAgain={() => keep(nothing())} />
      </GuestFrame>
    );
  }
  return (
    <GuestFrame place={desk?.facilityName}>
      {desk ? (
        <GuestForm
          desk={desk}
          token={token}
          draft={draft}
          onDraft={(next) => keep({ draft: next, secret: null })}
          onEntered={(entered) => keep({ draft: emptyDraft(), secret: entered.secret })}
        />
      ) : error ? (
        <NoDesk error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </GuestFrame>
  );
}
