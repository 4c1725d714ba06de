import { useState } from 'react';
import { isPartialDate } from '../../model/dates.ts';
import { useWords } from '../i18n/useWords.ts';
import { Button, IconButton, TextField } from '../parts/controls.tsx';
import { useUrlState } from '../state/asOf.ts';
import { usePreferences } from '../state/preferences.ts';

const isOpenOrDate = (text: string): boolean => text === '' || isPartialDate(text);

/** Two clocks: when it was true (a day, or a window), and what we knew by then. Both go to the server too. */
export function TimeStrip() {
  const { t } = useWords();
  const { state, change } = useUrlState();
  const { timeStripOpen, change: prefer } = usePreferences();
  const key = `${state.true ?? ''}|${state.known ?? ''}`;
  const isSet = state.true !== undefined || state.known !== undefined;
  return (
    <div className={`time-strip${timeStripOpen ? '' : ' closed'}`}>
      <IconButton
        icon={timeStripOpen ? 'chevronDown' : 'clock'}
        label={t(timeStripOpen ? 'time.close' : 'time.open')}
        onPress={() => prefer({ timeStripOpen: !timeStripOpen })}
      />
      {timeStripOpen ? (
        <Clocks key={key} trueAt={state.true ?? ''} knownAt={state.known ?? ''} onChange={change} />
      ) : (
        <span className="faint">
          {isSet
            ? t('time.set', { true: state.true ?? t('time.now'), known: state.known ?? t('time.now') })
            : t('time.today')}
        </span>
      )}
    </div>
  );
}

interface ClocksProps {
  readonly trueAt: string;
  readonly knownAt: string;
  readonly onChange: (values: { true?: string | undefined; known?: string | undefined }) => void;
}
function Clocks({ trueAt, knownAt, onChange }: ClocksProps) {
  const { t } = useWords();
  const [first = '', second = ''] = trueAt.split('..');
  const [from, setFrom] = useState(trueAt.includes('..') ? first : '');
  const [to, setTo] = useState(trueAt.includes('..') ? second : first);
  const [known, setKnown] = useState(knownAt);
  const isValid = [from, to, known].every(isOpenOrDate) && (from === '' || to !== '') && (from === '' || from <= to);
  const apply = () =>
    isValid &&
    onChange({
      true: to === '' ? undefined : from === '' ? to : `${from}..${to}`,
      known: known === '' ? undefined : known,
    });
  return (
    <>
      <b>{t('time.trueAt')}</b>
      <TextField
        label={t('time.from')}
        width="short"
        value={from}
        onChange={setFrom}
        placeholder="2023-01"
        isInvalid={!isOpenOrDate(from)}
        onEnter={apply}
      />
      <TextField
        label={t('time.to')}
        width="short"
        value={to}
        onChange={setTo}
        placeholder={t('time.now')}
        isInvalid={!isOpenOrDate(to)}
        onEnter={apply}
      />
      <span className="bar" />
      <TextField
        label={t('time.knownAt')}
        width="short"
        value={known}
        onChange={setKnown}
        placeholder={t('time.now')}
        isInvalid={!isOpenOrDate(known)}
        onEnter={apply}
      />
      <Button kind="main" onPress={apply} isDisabled={!isValid}>
        {t('common.apply')}
      </Button>
      <Button
        kind="quiet"
        onPress={() => onChange({ true: undefined, known: undefined })}
        isDisabled={trueAt === '' && knownAt === ''}
      >
        {t('time.toNow')}
      </Button>
      <span className="faint">{t('time.how')}</span>
    </>
  );
}
