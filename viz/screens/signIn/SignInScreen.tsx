import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { queryClient } from '../../client/queryClient.ts';
import { sessionQuery, signIn } from '../../client/session.ts';
import { useTitle } from '../../frame/useTitle.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Button, TextField } from '../../parts/controls.tsx';
import { ProblemNotice } from '../../parts/ProblemNotice.tsx';
import { usePreferences } from '../../state/preferences.ts';
import { useSession } from '../../state/session.ts';

/** The secret of a one-time link stands after the `#`: it is taken out of the address before anything else happens. */
function takeSecret(): string {
  const secret = decodeURIComponent(location.hash.slice(1));
  if (secret !== '') history.replaceState(null, '', location.pathname);
  return secret;
}

export function SignInScreen() {
  const { t, language } = useWords();
  const [path, navigate] = useLocation();
  const change = usePreferences((state) => state.change);
  const [secret] = useState(takeSecret);
  const [link, setLink] = useState('');
  useTitle('signIn.title');
  const entering = useMutation({
    mutationFn: signIn,
    async onSuccess() {
      useSession.getState().setSignedOut(false);
      await queryClient.resetQueries({ queryKey: sessionQuery.queryKey });
      if (path === '/sign-in') navigate('/', { replace: true });
    },
  });
  const { mutate } = entering;
  useEffect(() => {
    if (secret !== '') mutate(secret);
  }, [secret, mutate]);
  const enter = () => link.trim() !== '' && mutate(link.trim().split('#').pop() ?? '');
  return (
    <main className="sign-in">
      <h1>{t('frame.product')}</h1>
      <p>{t('signIn.how')}</p>
      {entering.error !== null && <ProblemNotice error={entering.error} />}
      {entering.isPending ? (
        <p role="status">{t('signIn.entering')}</p>
      ) : (
        <div className="row">
          <TextField label={t('signIn.link')} value={link} onChange={setLink} onEnter={enter} />
          <Button kind="main" onPress={enter}>
            {t('signIn.enter')}
          </Button>
        </div>
      )}
      <Button kind="quiet" onPress={() => change({ language: language === 'zh' ? 'en' : 'zh' })}>
        {language === 'zh' ? 'English' : '中文'}
      </Button>
    </main>
  );
}
