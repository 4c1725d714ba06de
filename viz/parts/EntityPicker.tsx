import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { searchQuery } from '../client/entities.ts';
import { useWords } from '../i18n/useWords.ts';
import { useNames } from '../panels/useNames.ts';
import { useClocks } from '../state/asOf.ts';
import { Button } from './controls.tsx';
import { SearchBox } from './SearchBox.tsx';

export interface EntityPickerProps {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly type?: string;
  readonly standing?: 'official' | 'suspect';
  readonly one?: boolean;
}
const pauseMs = 250;
const shown = 8;

/** Chooses entities by searching for them; what is chosen stands as chips. */
export function EntityPicker({ label, chosen, onChange, type, standing, one = false }: EntityPickerProps) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  const hits = useInfiniteQuery(searchQuery({ q: asked, type, role: standing }, useClocks()));
  const nameOf = useNames(chosen);
  const items = (hits.data?.pages[0]?.items ?? []).slice(0, shown);
  const take = (id: string) => {
    onChange(one ? [id] : [...new Set([...chosen, id])]);
    setText('');
  };
  return (
    <fieldset className="picker">
      <legend>{label}</legend>
      <div className="row wrap">
        {chosen.map((id) => (
          <Button key={id} icon="cross" onPress={() => onChange(chosen.filter((held) => held !== id))}>
            {nameOf(id)}
          </Button>
        ))}
      </div>
      <SearchBox
        label={t('common.searchFor', { what: label })}
        value={text}
        onChange={setText}
        onSubmit={() => items[0] !== undefined && take(items[0].id)}
      />
      {text !== '' && asked !== '' && hits.data !== undefined && items.length === 0 && (
        <p className="faint">{t('search.none')}</p>
      )}
      {text !== '' && (
        <ul className="plain-list picker-hits">
          {items.map((hit) => (
            <li key={hit.id}>
              <Button kind="quiet" onPress={() => take(hit.id)}>
                {hit.caption}{' '}
                <span className="faint">
                  {[hit.hint?.post, hit.hint?.area, hit.hint?.birthYear].filter(Boolean).join(' · ')}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
