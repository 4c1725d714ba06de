import { useWords } from '../i18n/useWords.ts';
import { Button } from '../parts/controls.tsx';
import { isPast, useClocks, useUrlState } from '../state/asOf.ts';
import { useSession } from '../state/session.ts';

/** What holds for the whole page: the past is shown, signed out, offline, a bad link. */
export function Banners() {
  const { t } = useWords();
  const clocks = useClocks();
  const { dropped, change } = useUrlState();
  const { signedOut, offline } = useSession();
  return (
    <>
      {isPast(clocks) && (
        <div className="banner as-of">
          {t('frame.asKnownOn', { date: clocks.knownAt ?? '' })}
          <Button kind="quiet" onPress={() => change({ known: undefined })}>
            {t('frame.toNow')}
          </Button>
        </div>
      )}
      {offline && (
        <div className="banner" role="alert">
          {t('frame.offline')}
        </div>
      )}
      {signedOut && (
        <div className="banner" role="alert">
          {t('frame.signedOut')}
        </div>
      )}
      {dropped.length > 0 && (
        <div className="banner">{t('frame.droppedParameters', { names: dropped.join(', ') })}</div>
      )}
    </>
  );
}
