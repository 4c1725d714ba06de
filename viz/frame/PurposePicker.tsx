import { useState } from 'react';
import { useWords } from '../i18n/useWords.ts';
import { Confirm } from '../parts/Confirm.tsx';
import { Button, Select, TextField } from '../parts/controls.tsx';
import { type PurposeKind, useSession } from '../state/session.ts';

const kinds: readonly PurposeKind[] = ['review', 'case', 'lead'];
const isKind = (text: string): text is PurposeKind => kinds.some((kind) => kind === text);

/** Every read has a purpose: a case, a lead, or a written review. */
export function PurposePicker({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t, value } = useWords();
  const { purpose, setPurpose } = useSession();
  const [kind, setKind] = useState<PurposeKind>(purpose.kind);
  const [text, setText] = useState(purpose.text);
  const keep = () => {
    if (text.trim() === '') return;
    setPurpose({ kind, text: text.trim() });
    onClose();
  };
  return (
    <Confirm
      title={t('frame.purpose')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} kind="quiet">
            {t('common.cancel')}
          </Button>
          <Button onPress={keep} kind="main" isDisabled={text.trim() === ''}>
            {t('common.apply')}
          </Button>
        </>
      }
    >
      <p className="faint">{t('frame.purposeWhy')}</p>
      <div className="row">
        <Select
          label={t('frame.purposeKind')}
          value={kind}
          options={kinds.map((id) => ({ id, text: value('purposeKind', id) }))}
          onChange={(chosen) => isKind(chosen) && setKind(chosen)}
        />
        <TextField
          label={t(kind === 'review' ? 'frame.purposeText' : 'frame.purposeId')}
          value={text}
          onChange={setText}
          onEnter={keep}
        />
      </div>
    </Confirm>
  );
}
